"""What a merge of two files did."""
