/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-flow.h"

#include <glib/gi18n-lib.h>

#define NONE (-1)

struct _SevenFlow
{
  GObject parent_instance;

  GWeakRef document;
  SevenUsageType usage;
  int template;
  gboolean accepted; /* the connector takes the config */
  gboolean in_use;
};

G_DEFINE_FINAL_TYPE (SevenFlow, seven_flow, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DETAIL,
  PROP_FLOW,
  PROP_ICON_NAME,
  PROP_IN_USE,
  PROP_TEMPLATE,
  PROP_USAGE,
  PROP_WORKS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static gboolean
is_working (SevenFlow *self)
{
  return self->template != NONE && self->accepted;
}

static char *
dup_detail (SevenFlow *self)
{
  if (is_working (self))
    /* Translators: %d is the number of a template. */
    return g_strdup_printf (_ ("Served by template %d"), self->template + 1);
  if (self->template != NONE)
    /* Translators: %s is a usage type; connector.invalid_config is Logto’s error and stays. */
    return g_strdup_printf (_ ("%s: the connector refuses the config, ends in connector.invalid_config"),
        seven_usage_get_name (self->usage));

  /* Translators: %s is a usage type; template_not_found is Logto’s error and stays. */
  return g_strdup_printf (
      _ ("%s: no template, ends in template_not_found"), seven_usage_get_name (self->usage));
}

static const char *
get_icon_name (SevenFlow *self)
{
  if (is_working (self))
    return "object-select-symbolic";
  if (!self->in_use)
    return "dialog-information-symbolic";

  return seven_usage_is_essential (self->usage) || self->template != NONE ? "dialog-error-symbolic"
                                                                          : "dialog-warning-symbolic";
}

static void
set_in_use (SevenFlow *self, gboolean in_use)
{
  g_autoptr (SevenDocument) document = g_weak_ref_get (&self->document);
  SevenFlows bit = 1u << self->usage;
  guint flows;

  if (document == NULL)
    return;
  g_object_get (document, "flows", &flows, NULL);
  g_object_set (document, "flows", in_use ? flows | bit : flows & ~bit, NULL);
}

static void
seven_flow_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenFlow *self = SEVEN_FLOW (object);

  switch (property_id) {
  case PROP_DETAIL:
    g_value_take_string (value, dup_detail (self));
    break;
  case PROP_FLOW:
    g_value_set_string (value, seven_usage_get_flow (self->usage));
    break;
  case PROP_ICON_NAME:
    g_value_set_string (value, get_icon_name (self));
    break;
  case PROP_IN_USE:
    g_value_set_boolean (value, self->in_use);
    break;
  case PROP_TEMPLATE:
    g_value_set_int (value, self->template);
    break;
  case PROP_USAGE:
    g_value_set_string (value, seven_usage_get_name (self->usage));
    break;
  case PROP_WORKS:
    g_value_set_boolean (value, is_working (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_flow_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_IN_USE)
    set_in_use (SEVEN_FLOW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
seven_flow_finalize (GObject *object)
{
  SevenFlow *self = SEVEN_FLOW (object);

  g_weak_ref_clear (&self->document);

  G_OBJECT_CLASS (seven_flow_parent_class)->finalize (object);
}

static void
seven_flow_class_init (SevenFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_flow_finalize;
  object_class->get_property = seven_flow_get_property;
  object_class->set_property = seven_flow_set_property;

  props[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  props[PROP_FLOW] = g_param_spec_string ("flow", NULL, NULL, NULL, flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_IN_USE] = g_param_spec_boolean ("in-use", NULL, NULL, TRUE, flags | G_PARAM_WRITABLE);
  props[PROP_TEMPLATE] = g_param_spec_int ("template", NULL, NULL, NONE, G_MAXINT, NONE, flags);
  props[PROP_USAGE] = g_param_spec_string ("usage", NULL, NULL, NULL, flags);
  props[PROP_WORKS] = g_param_spec_boolean ("works", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_flow_init (SevenFlow *self)
{
  g_weak_ref_init (&self->document, NULL);
  self->template = NONE;
  self->in_use = TRUE;
}

static void
notify_changes (SevenFlow *self, const SevenFlow *old)
{
  gboolean works = is_working (self) != (old->template != NONE && old->accepted);
  gboolean template = self->template != old->template;
  gboolean in_use = self->in_use != old->in_use;

  g_object_freeze_notify (G_OBJECT (self));
  if (works)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKS]);
  if (template)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEMPLATE]);
  if (in_use)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IN_USE]);
  if (works || template)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAIL]);
  if (works || template || in_use)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ICON_NAME]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Reads anew what the document says of this flow: while its text is not valid, that of the last good one. */
static void
update (SevenFlow *self, SevenDocument *document)
{
  SevenConfig *config = seven_document_get_config (document);
  SevenFlow old = *self;
  guint flows;

  g_object_get (document, "flows", &flows, NULL);
  self->in_use = (flows >> self->usage & 1) != 0;
  self->template =
      config != NULL ? seven_config_find_template (config, seven_usage_get_name (self->usage)) : NONE;
  self->accepted = config != NULL && seven_config_is_accepted (config);
  notify_changes (self, &old);
}

/**
 * seven_flow_new:
 * @document: a document, not kept alive
 * @usage: one of the types that Logto sends
 *
 * Returns: (transfer full): the flow, kept up to date
 */
SevenFlow *
seven_flow_new (SevenDocument *document, SevenUsageType usage)
{
  SevenFlow *self;

  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);

  self = g_object_new (SEVEN_TYPE_FLOW, NULL);
  self->usage = usage;
  g_weak_ref_set (&self->document, document);
  g_signal_connect_object (document, "checked", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self, document);

  return self;
}

/**
 * seven_flow_get_usage:
 * @self: a flow
 *
 * Returns: (transfer none): the usage type that Logto asks for
 */
const char *
seven_flow_get_usage (SevenFlow *self)
{
  g_return_val_if_fail (SEVEN_IS_FLOW (self), NULL);

  return seven_usage_get_name (self->usage);
}
