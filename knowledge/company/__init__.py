"""A company: several channels joined under the founder, with the posts all of them share."""
