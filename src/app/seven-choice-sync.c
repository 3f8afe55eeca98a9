/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-choice-sync.h"

struct _SevenChoiceSync
{
  GtkWidget *row;
  GObject *source;
  char *property;
  GListModel *choices;
  gboolean busy; /* the row follows, and is not to be followed */
};

static guint
find_position (GListModel *choices, GObject *wanted)
{
  guint n_items = g_list_model_get_n_items (choices);

  for (guint i = 0; wanted != NULL && i < n_items; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (choices, i);

    if (item == wanted)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

static void
follow_source (SevenChoiceSync *self)
{
  g_autoptr (GObject) chosen = NULL;

  self->busy = TRUE;
  g_object_get (self->source, self->property, &chosen, NULL);
  g_object_set (self->row, "selected", find_position (self->choices, chosen), NULL);
  self->busy = FALSE;
}

static void
source_changed (SevenChoiceSync *self)
{
  if (!self->busy)
    follow_source (self);
}

static void
row_changed (SevenChoiceSync *self)
{
  g_autoptr (GObject) chosen = NULL;

  if (self->busy)
    return;
  self->busy = TRUE;
  g_object_get (self->row, "selected-item", &chosen, NULL);
  g_object_set (self->source, self->property, chosen, NULL);
  self->busy = FALSE;
}

/* Connected before the row listens to the list. */
static void
choices_changing (SevenChoiceSync *self)
{
  self->busy = TRUE;
}

/* Connected so that it comes after all others that listen. */
static void
choices_changed (SevenChoiceSync *self)
{
  follow_source (self);
}

SevenChoiceSync *
seven_choice_sync_new (GtkWidget *row, GObject *source, const char *property, GListModel *choices)
{
  SevenChoiceSync *self;
  g_autofree char *signal_name = NULL;

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row) || GTK_IS_DROP_DOWN (row), NULL);
  g_return_val_if_fail (G_IS_OBJECT (source), NULL);
  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (choices), NULL);

  self = g_new0 (SevenChoiceSync, 1);
  self->row = g_object_ref (row);
  self->source = g_object_ref (source);
  self->property = g_strdup (property);
  self->choices = g_object_ref (choices);
  signal_name = g_strconcat ("notify::", property, NULL);
  g_signal_connect_swapped (choices, "items-changed", G_CALLBACK (choices_changing), self);
  g_object_set (row, "model", choices, NULL);
  g_signal_connect_data (choices, "items-changed", G_CALLBACK (choices_changed), self, NULL,
      G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (source, signal_name, G_CALLBACK (source_changed), self);
  g_signal_connect_swapped (row, "notify::selected-item", G_CALLBACK (row_changed), self);
  follow_source (self);
  return self;
}

void
seven_choice_sync_free (SevenChoiceSync *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->row, self);
  g_signal_handlers_disconnect_by_data (self->source, self);
  g_signal_handlers_disconnect_by_data (self->choices, self);
  g_object_set (self->row, "model", NULL, NULL);
  g_clear_object (&self->row);
  g_clear_object (&self->source);
  g_clear_object (&self->choices);
  g_clear_pointer (&self->property, g_free);
  g_free (self);
}
