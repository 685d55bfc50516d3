"""Finding roles by what people say of their work, and reading titles that are spelt wrongly."""
