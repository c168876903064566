/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

/* The smoke test of a fuzz entry: see fuzz.h. With arguments it reads those files instead, to look at a finding. */

#define MUTATIONS 3000

static void
run_exactly (const void *data, size_t size)
{
  /* A block of its own size, so that a sanitizer sees every byte read beyond the end. */
  g_autofree void *copy = g_malloc (MAX (size, 1));

  memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
}

/* Flips, drops, doubles or cuts something, somewhere. */
static void
mutate (GByteArray *bytes, GRand *random)
{
  guint at = bytes->len ? (guint) g_rand_int_range (random, 0, (gint32) bytes->len) : 0;
  guint length = (guint) g_rand_int_range (random, 1, 40);
  guint8 byte = (guint8) g_rand_int (random);

  length = MIN (length, bytes->len - at);
  switch (bytes->len ? g_rand_int_range (random, 0, 5) : 4) {
  case 0:
    bytes->data[at] = byte;
    break;
  case 1:
    bytes->data[at] ^= (guint8) (1 << (byte % 8));
    break;
  case 2:
    g_byte_array_remove_range (bytes, at, length);
    break;
  case 3:
    g_byte_array_set_size (bytes, bytes->len + length);
    memmove (bytes->data + at + length, bytes->data + at, bytes->len - at - length);
    break;
  default:
    g_byte_array_append (bytes, &byte, 1);
    break;
  }
}

/* Inputs that are no text lie in a folder. */
static GPtrArray *
load_corpus (void)
{
  GPtrArray *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", FUZZ_NAME, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    char *data;
    gsize length;

    if (g_file_get_contents (path, &data, &length, NULL))
      g_ptr_array_add (corpus, g_bytes_new_take (data, length));
  }
  return corpus;
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) corpus = load_corpus ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1848);

  for (guint i = 0; i < corpus->len; i++) {
    gsize length;
    const guint8 *data = g_bytes_get_data (corpus->pdata[i], &length);

    for (gsize cut = 0; cut <= length; cut += 1 + length / 200)
      run_exactly (data, cut);
    for (int round = 0; round < MUTATIONS / 3; round++) {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, data, (guint) length);
      for (int n = g_rand_int_range (random, 1, 12); n > 0; n--)
        mutate (bytes, random);
      run_exactly (bytes->data, bytes->len);
    }
  }
}

static void
test_seeds (void)
{
  for (size_t i = 0; i < fuzz_n_seeds; i++) {
    run_exactly (fuzz_seeds[i].bytes, fuzz_seeds[i].length);
    for (size_t cut = 0; cut < fuzz_seeds[i].length; cut += 1 + fuzz_seeds[i].length / 200)
      run_exactly (fuzz_seeds[i].bytes, cut);
  }
}

static void
test_mutations (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1847);

  for (int i = 0; i < MUTATIONS; i++) {
    const FuzzSeed *seed = &fuzz_seeds[i % (int) fuzz_n_seeds];
    g_autoptr (GByteArray) bytes = g_byte_array_new ();

    g_byte_array_append (bytes, (const guint8 *) seed->bytes, (guint) seed->length);
    for (int n = g_rand_int_range (random, 1, 12); n > 0; n--)
      mutate (bytes, random);
    run_exactly (bytes->data ? (const void *) bytes->data : "", bytes->len);
  }
}

int
main (int argc, char **argv)
{
  if (argc > 1 && argv[1][0] != '-') {
    for (int i = 1; i < argc; i++) {
      g_autofree char *data = NULL;
      gsize length;

      if (!g_file_get_contents (argv[i], &data, &length, NULL))
        return 1;
      run_exactly (data, length);
    }
    return 0;
  }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/seeds", test_seeds);
  g_test_add_func ("/fuzz/mutations", test_mutations);
  g_test_add_func ("/fuzz/corpus", test_corpus);
  return g_test_run ();
}
