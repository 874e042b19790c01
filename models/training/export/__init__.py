"""A trained network as int8 ONNX."""
