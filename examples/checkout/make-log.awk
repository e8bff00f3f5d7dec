# Writes the sample access.log: two minutes of a quiet night at 10 requests a second, then 20 seconds of noon at 40.
# The generator of chance is its own (Park and Miller), so that every awk writes the same file:
#
#   awk -f make-log.awk > access.log

function chance() { state = (state * 16807) % 2147483647; return state / 2147483647 }
function normal() { return sqrt(-2 * log(chance())) * cos(6.283185307179586 * chance()) }
function line(at, seconds, request, status, bytes) {
  printf "10.0.%d.%d - - [20/Nov/2025:%02d:%02d:%02d +0000] \"%s\" %d %d \"-\" \"shop/3.2\" %.3f\n", chance() * 4,
    chance() * 250 + 1, at / 3600, at / 60 % 60, at % 60, request, status, bytes, seconds
}
# Night: what the service takes by itself. Noon: the same and the wait for a worker.
function request(at, waited) {
  kind = chance()
  if (kind < 0.06) line(at, 0.001 + 0.002 * chance(), "GET /health HTTP/1.1", 200, 2)
  else if (kind < 0.26) line(at, 0.020 * exp(0.4 * normal()) + waited, "GET /cart HTTP/1.1", 200, 1840)
  else if (kind < 0.27) line(at, 0.003 + 0.004 * chance(), "POST /checkout HTTP/1.1", 400, 96)
  else if (kind < 0.275) line(at, 2.000, "POST /checkout HTTP/1.1", 504, 160)
  else line(at, 0.150 * exp(0.45 * normal()) + waited, "POST /checkout HTTP/1.1", 200, 412)
}
BEGIN {
  state = 7
  for (at = 2 * 3600; n < 1200; n++) { at += -log(chance()) / 10; request(at, 0) }
  for (at = 12 * 3600; n < 2000; n++) { at += -log(chance()) / 40; request(at, -0.060 * log(chance())) }
}
