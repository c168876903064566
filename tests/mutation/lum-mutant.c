/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-mutant.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Part of the copied tree only: see tests/mutation/mutants.py. */

#define MOST 65536

int lum_mutant;
unsigned char lum_mutant_seen[MOST];

/* Before the constructors that put parameters into tables. */
static void __attribute__ ((constructor (101))) choose_mutant (void)
{
  const char *text = getenv ("LUM_MUTANT");

  lum_mutant = text ? atoi (text) : 0;
}

/* A test may be several programs: each adds what it saw. */
static void __attribute__ ((destructor)) tell_what_was_seen (void)
{
  const char *path = getenv ("LUM_MUTANT_SEEN");
  int file = path ? open (path, O_WRONLY | O_CREAT | O_APPEND, 0666) : -1;

  if (file < 0)
    return;
  for (int id = 0; id < MOST; id++)
    if (lum_mutant_seen[id])
      dprintf (file, "%d\n", id);
  close (file);
}

void
lum_mutant_poke (const void *at, unsigned long size, int mark, int value)
{
  uintptr_t page = (uintptr_t) sysconf (_SC_PAGESIZE), begin = (uintptr_t) at & ~(page - 1);
  double real = mark, real_value = value;

  if (mprotect ((void *) begin, (uintptr_t) at + size - begin, PROT_READ | PROT_WRITE) != 0)
    abort ();
  for (unsigned long i = 0; i + sizeof mark <= size; i += sizeof mark) {
    char *place = (char *) at + i;

    if (memcmp (place, &mark, sizeof mark) == 0)
      memcpy (place, &value, sizeof value);
    else if (i + sizeof real <= size && memcmp (place, &real, sizeof real) == 0)
      memcpy (place, &real_value, sizeof real_value);
  }
}
