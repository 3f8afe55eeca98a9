/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <string.h>

#include <gio/gio.h>

/* Counts what an object says of itself. */
typedef struct
{
  guint n;
} Counter;

static inline void
count_cb (GObject *object, GParamSpec *pspec, Counter *counter)
{
  counter->n++;
}

/* For any signal, connected swapped. */
static inline void
count_signal_cb (Counter *counter)
{
  counter->n++;
}

/* Sets value, which the property has not: it says so once, and takes it; the same again says nothing. */
static inline void
assert_contract (GObject *object, const char *property, const GValue *value)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), property);
  g_auto (GValue) now = G_VALUE_INIT;
  Counter counter = { 0 };
  gulong id = g_signal_connect (object, signal, G_CALLBACK (count_cb), &counter);

  g_assert_nonnull (pspec);
  g_value_init (&now, G_PARAM_SPEC_VALUE_TYPE (pspec));
  g_object_get_property (object, property, &now);
  g_assert_cmpint (g_param_values_cmp (pspec, value, &now), !=, 0);
  g_object_set_property (object, property, value);
  g_assert_cmpuint (counter.n, ==, 1);
  g_object_get_property (object, property, &now);
  g_assert_cmpint (g_param_values_cmp (pspec, value, &now), ==, 0);
  g_object_set_property (object, property, value);
  g_assert_cmpuint (counter.n, ==, 1);
  g_signal_handler_disconnect (object, id);
}

static inline void
assert_string_contract (gpointer object, const char *property, const char *string)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, string);
  assert_contract (object, property, &value);
}

static inline void
assert_boolean_contract (gpointer object, const char *property, gboolean boolean)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, boolean);
  assert_contract (object, property, &value);
}

static inline void
assert_object_contract (gpointer object, const char *property, gpointer item)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_OBJECT_TYPE (item));
  g_value_set_object (&value, item);
  assert_contract (object, property, &value);
}

static inline void
assert_string (gpointer object, const char *property, const char *expected)
{
  g_autofree char *string = NULL;

  g_object_get (object, property, &string, NULL);
  g_assert_cmpstr (string, ==, expected);
}

static inline void
assert_boolean (gpointer object, const char *property, gboolean expected)
{
  gboolean boolean;

  g_object_get (object, property, &boolean, NULL);
  if (boolean != expected)
    g_test_message ("%s of %s is %d", property, G_OBJECT_TYPE_NAME (object), boolean);
  g_assert_true (boolean == expected);
}

static inline void
assert_uint (gpointer object, const char *property, guint expected)
{
  guint number;

  g_object_get (object, property, &number, NULL);
  g_assert_cmpuint (number, ==, expected);
}

static inline void
assert_contains (const char *text, const char *piece)
{
  if (text == NULL || strstr (text, piece) == NULL)
    g_test_message ("“%s” is not in “%s”", piece, text != NULL ? text : "(null)");
  g_assert_true (text != NULL && strstr (text, piece) != NULL);
}

static inline void
assert_contains_not (const char *text, const char *piece)
{
  if (text != NULL && strstr (text, piece) != NULL)
    g_test_message ("“%s” is in “%s”", piece, text);
  g_assert_true (text != NULL && strstr (text, piece) == NULL);
}

static inline guint
count_items (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

/* How long a condition may take to come true, in seconds. */
#define TEST_LIMIT 10

typedef gboolean (*Condition) (gpointer user_data);

static inline gboolean
time_over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Runs the loop until it is so. */
static inline void
wait_for (Condition condition, gpointer user_data)
{
  gboolean over = FALSE;
  guint timer = g_timeout_add_seconds (TEST_LIMIT, time_over_cb, &over);

  while (!condition (user_data) && !over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  g_assert_true (condition (user_data));
}

/* All that can be done now. */
static inline void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE)) {
  }
}
