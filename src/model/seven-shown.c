/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-shown.h"

struct _SevenShown
{
  GObject *object;
  GParamSpec *const *pspecs;
  guint n_pspecs;
  GArray *values; /* GValue */
};

static void
read (SevenShown *self, guint index, GValue *value)
{
  g_value_init (value, G_PARAM_SPEC_VALUE_TYPE (self->pspecs[index]));
  g_object_get_property (self->object, self->pspecs[index]->name, value);
}

SevenShown *
seven_shown_new (GObject *object, GParamSpec *const *pspecs, guint first, guint last)
{
  SevenShown *self = g_new0 (SevenShown, 1);

  self->object = object;
  self->pspecs = pspecs + first;
  self->n_pspecs = last - first;
  self->values = g_array_new (FALSE, TRUE, sizeof (GValue));
  g_array_set_clear_func (self->values, (GDestroyNotify) g_value_unset);
  g_array_set_size (self->values, self->n_pspecs);
  for (guint i = 0; i < self->n_pspecs; i++)
    read (self, i, &g_array_index (self->values, GValue, i));

  return self;
}

void
seven_shown_free (SevenShown *self)
{
  g_array_unref (self->values);
  g_free (self);
}

/* Keeps what a property says now; whether it says something else than before. */
static gboolean
take (SevenShown *self, guint index)
{
  GValue *shown = &g_array_index (self->values, GValue, index);
  g_auto (GValue) value = G_VALUE_INIT;

  read (self, index, &value);
  if (g_param_values_cmp (self->pspecs[index], shown, &value) == 0)
    return FALSE;
  g_value_copy (&value, shown);

  return TRUE;
}

/**
 * seven_shown_refresh:
 * @self: what was shown
 *
 * Notifies each property that reads differently now, once all of them have been read.
 */
void
seven_shown_refresh (SevenShown *self)
{
  g_autoptr (GObject) object = g_object_ref (self->object);

  g_object_freeze_notify (object);
  for (guint i = 0; i < self->n_pspecs; i++) {
    if (take (self, i))
      g_object_notify_by_pspec (object, self->pspecs[i]);
  }
  g_object_thaw_notify (object);
}
