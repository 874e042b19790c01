"""How the small network, the student, is pretrained, distilled into and fine-tuned."""
