"""What makes the weights in `nlp/weights` from the corpus; nothing here is needed to extract."""
