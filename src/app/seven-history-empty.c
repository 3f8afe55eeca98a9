/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-empty.h"

struct _SevenHistoryEmpty
{
  AdwBin parent_instance;

  SevenHistoryList *list;
};

G_DEFINE_FINAL_TYPE (SevenHistoryEmpty, seven_history_empty, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LIST,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* While there are tests to see nobody sees this. */
static char *
get_page_cb (SevenHistoryEmpty *self, const char *view)
{
  return g_strdup (g_strcmp0 (view, "tests") == 0 ? "loading" : view);
}

/* A status page reads its description as markup. */
static char *
escape_cb (SevenHistoryEmpty *self, const char *text)
{
  return g_markup_escape_text (text != NULL ? text : "", -1);
}

static void
set_list (SevenHistoryEmpty *self, SevenHistoryList *list)
{
  if (g_set_object (&self->list, list))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST]);
}

static void
seven_history_empty_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id) {
  case PROP_LIST:
    g_value_set_object (value, SEVEN_HISTORY_EMPTY (object)->list);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_empty_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch (property_id) {
  case PROP_LIST:
    set_list (SEVEN_HISTORY_EMPTY (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_empty_dispose (GObject *object)
{
  g_clear_object (&SEVEN_HISTORY_EMPTY (object)->list);
  G_OBJECT_CLASS (seven_history_empty_parent_class)->dispose (object);
}

static void
seven_history_empty_class_init (SevenHistoryEmptyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_history_empty_dispose;
  object_class->get_property = seven_history_empty_get_property;
  object_class->set_property = seven_history_empty_set_property;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, SEVEN_TYPE_HISTORY_LIST,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-history-empty.ui");
  gtk_widget_class_bind_template_callback (widget_class, escape_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_page_cb);
}

static void
seven_history_empty_init (SevenHistoryEmpty *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
