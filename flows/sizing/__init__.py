"""Workloads in the conversation: how many people so many calls, chats or orders need."""
