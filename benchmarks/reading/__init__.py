"""How well and how fast Carton reads, against what is printed and against other programs."""
