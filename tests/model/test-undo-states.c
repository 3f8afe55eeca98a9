/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-undo-stack.h"

#include <string.h>

#include "seven-scrub.h"

typedef struct
{
  SevenUndoStack *stack;
  GString *text;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->stack = seven_undo_stack_new ();
  self->text = g_string_new (NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  seven_undo_stack_free (self->stack);
  g_string_free (self->text, TRUE);
}

/* The text becomes another one, by a step of its own. */
static void
become (Fixture *self, const char *text)
{
  seven_undo_stack_push (self->stack, 0, self->text->str, self->text->len, text, strlen (text), NULL, text);
  g_string_assign (self->text, text);
}

static void
undo (Fixture *self)
{
  const SevenUndoStep *step = seven_undo_stack_peek_undo (self->stack);

  seven_undo_stack_undo (self->stack);
  g_string_erase (self->text, (gssize) step->offset, (gssize) step->after->len);
  g_string_insert_len (self->text, (gssize) step->offset, step->before->str, (gssize) step->before->len);
}

static void
redo (Fixture *self)
{
  const SevenUndoStep *step = seven_undo_stack_peek_redo (self->stack);

  seven_undo_stack_redo (self->stack);
  g_string_erase (self->text, (gssize) step->offset, (gssize) step->before->len);
  g_string_insert_len (self->text, (gssize) step->offset, step->after->str, (gssize) step->after->len);
}

static GPtrArray *
dup_states (Fixture *self, gsize limit, guint n_expected)
{
  GPtrArray *states = seven_undo_stack_dup_states (self->stack, self->text, limit);
  const GString *present = g_ptr_array_index (states, seven_undo_stack_get_position (self->stack));

  g_assert_cmpuint (states->len, ==, n_expected);
  g_assert_true (g_string_equal (present, self->text));
  return states;
}

static void
assert_state (GPtrArray *states, guint index, const char *text)
{
  const GString *state = g_ptr_array_index (states, index);

  g_assert_cmpstr (state->str, ==, text);
}

static void
test_states (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) alone = dup_states (self, 100, 1);
  g_autoptr (GPtrArray) states = NULL;

  assert_state (alone, 0, "");
  become (self, "one");
  become (self, "two!");
  become (self, "three");
  undo (self);
  states = dup_states (self, 100, 4);
  assert_state (states, 0, "");
  assert_state (states, 1, "one");
  assert_state (states, 2, "two!");
  assert_state (states, 3, "three");
}

/* The present text always fits; then the steps back come first, the nearest before the others. */
static const struct
{
  gsize limit;
  guint n_states;
  guint position;
} limits[] = {
  { 12, 4, 2 },
  { 11, 3, 2 },
  { 7, 3, 2 },
  { 6, 1, 0 },
  { 4, 1, 0 },
  { 0, 1, 0 },
};

static void
test_limit (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
    g_autoptr (GPtrArray) states = NULL;
    guint64 first;

    seven_undo_stack_clear (self->stack);
    g_string_truncate (self->text, 0);
    first = seven_undo_stack_get_state (self->stack);
    become (self, "one");
    become (self, "two!");
    become (self, "three");
    undo (self);
    states = dup_states (self, limits[i].limit, limits[i].n_states);
    g_assert_cmpuint (seven_undo_stack_get_position (self->stack), ==, limits[i].position);
    while (seven_undo_stack_peek_undo (self->stack) != NULL)
      undo (self);
    g_assert_true ((seven_undo_stack_get_state (self->stack) == first) == (limits[i].position == 2));
  }
}

/* Rewrites all texts by a table: each with the one at its place. */
static void
rewrite (Fixture *self, const char *const *texts, guint n_texts, guint64 saved_state)
{
  g_autoptr (GPtrArray) states = dup_states (self, 1000, n_texts);
  g_autoptr (GPtrArray) rewritten = g_ptr_array_new_with_free_func ((GDestroyNotify) seven_scrub_free_string);
  guint position = seven_undo_stack_get_position (self->stack);

  for (guint i = 0; i < n_texts; i++)
    g_ptr_array_add (rewritten, g_string_new (texts[i]));
  seven_undo_stack_rewrite (self->stack, states, rewritten, saved_state);
  g_string_assign (self->text, texts[position]);
}

static void
test_rewrite (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "", "a-b", "a-b", "c-b", "c" };
  guint64 first = seven_undo_stack_get_state (self->stack);
  guint64 kept;

  become (self, "a1b");
  become (self, "a2b");
  become (self, "c2b");
  become (self, "c");
  kept = seven_undo_stack_get_state (self->stack);
  undo (self);
  undo (self);
  rewrite (self, texts, G_N_ELEMENTS (texts), kept);
  g_assert_cmpstr (self->text->str, ==, "a-b");
  g_assert_cmpuint (seven_undo_stack_get_state (self->stack), >, kept);
  undo (self);
  g_assert_cmpstr (self->text->str, ==, "");
  g_assert_cmpuint (seven_undo_stack_get_state (self->stack), ==, first);
  g_assert_null (seven_undo_stack_peek_undo (self->stack));
  redo (self);
  g_assert_cmpstr (self->text->str, ==, "a-b");
  g_assert_cmpstr (seven_undo_stack_peek_redo (self->stack)->label, ==, "c2b");
  g_assert_cmpuint (seven_undo_stack_peek_redo (self->stack)->before->len, ==, 1);
  redo (self);
  redo (self);
  g_assert_cmpstr (self->text->str, ==, "c");
  g_assert_cmpuint (seven_undo_stack_get_state (self->stack), ==, kept);
  g_assert_null (seven_undo_stack_peek_redo (self->stack));
}

/* Texts that become one are the saved one where that has not changed; where it has, they are not. */
static void
test_saved (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "", "a", "a", "a" };
  guint64 states[3];

  for (guint saved = 0; saved < 3; saved++) {
    guint64 number;

    seven_undo_stack_clear (self->stack);
    g_string_truncate (self->text, 0);
    become (self, "a");
    states[0] = seven_undo_stack_get_state (self->stack);
    become (self, "key");
    states[1] = seven_undo_stack_get_state (self->stack);
    become (self, "a");
    states[2] = seven_undo_stack_get_state (self->stack);
    rewrite (self, texts, G_N_ELEMENTS (texts), states[saved]);
    number = seven_undo_stack_get_state (self->stack);
    g_assert_true ((number == states[saved]) == (saved != 1));
    g_assert_cmpuint (number, !=, states[1]);
  }
}

/* Nothing that was typed before goes on. */
static void
test_sealed (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "", "a" };

  seven_undo_stack_push (self->stack, 0, "", 0, "a", 1, "text", NULL);
  g_string_assign (self->text, "a");
  rewrite (self, texts, G_N_ELEMENTS (texts), 0);
  seven_undo_stack_push (self->stack, 1, "", 0, "b", 1, "text", NULL);
  g_string_assign (self->text, "ab");
  undo (self);
  g_assert_cmpstr (self->text->str, ==, "a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/undo-states/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/undo-states/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add ("/undo-states/rewrite", Fixture, NULL, set_up, test_rewrite, tear_down);
  g_test_add ("/undo-states/saved", Fixture, NULL, set_up, test_saved, tear_down);
  g_test_add ("/undo-states/sealed", Fixture, NULL, set_up, test_sealed, tear_down);

  return g_test_run ();
}
