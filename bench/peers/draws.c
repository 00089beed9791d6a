/*
 * draws TRIALS: the same draws as bench/programs/draw-trials.ts, as plain C would do them: SplitMix64, ten triangular
 * revenues a trial, the share of ten equal payments that they leave open, all results sorted for their percentiles.
 * Prints one line of JSON.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define YEARS 10
#define PAYMENT 50.0

static uint64_t state;

static double uniform(void) {
  uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

static double triangular(double lo, double mode, double hi) {
  double u = uniform();
  if (u < (mode - lo) / (hi - lo)) return lo + sqrt(u * (hi - lo) * (mode - lo));
  return hi - sqrt((1 - u) * (hi - lo) * (hi - mode));
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double percentile(const double *sorted, long count, double share) {
  double place = (count - 1) * share;
  long floor_place = (long)place;
  double low = sorted[floor_place];
  double high = sorted[floor_place + 1 < count ? floor_place + 1 : floor_place];
  return low + (place - floor_place) * (high - low);
}

int main(int argc, char **argv) {
  long trials = argc > 1 ? atol(argv[1]) : 1000000;
  double *results = malloc(sizeof(double) * trials);
  struct timespec from, drawn, until;
  clock_gettime(CLOCK_MONOTONIC, &from);
  state = 20251103;
  for (long trial = 0; trial < trials; trial += 1) {
    double gap = 0;
    for (int year = 0; year < YEARS; year += 1) {
      double open = PAYMENT - triangular(5 + year, 13 + 3 * year, 20 + 6 * year);
      if (open > 0) gap += open;
    }
    results[trial] = gap / (YEARS * PAYMENT);
  }
  clock_gettime(CLOCK_MONOTONIC, &drawn);
  qsort(results, trials, sizeof(double), by_size);
  double p50 = percentile(results, trials, 0.5);
  clock_gettime(CLOCK_MONOTONIC, &until);
  double drawing = (drawn.tv_sec - from.tv_sec) * 1e3 + (drawn.tv_nsec - from.tv_nsec) / 1e6;
  double ms = (until.tv_sec - from.tv_sec) * 1e3 + (until.tv_nsec - from.tv_nsec) / 1e6;
  printf("{\"ms\":%.3f,\"drawing\":%.3f,\"p50\":%.17g,\"peakMb\":0}\n", ms, drawing, p50);
  free(results);
  return 0;
}
