/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-template-item.h"

#include <glib/gi18n-lib.h>

#include "seven-config.h"
#include "seven-document.h"
#include "seven-list-util.h"
#include "seven-message.h"
#include "seven-problem.h"
#include "seven-render.h"
#include "seven-template-list.h"

struct _SevenTemplateItem
{
  GObject parent_instance;

  SevenTemplateList *list; /* (nullable): owns this item */
  SevenConfig *config; /* (nullable) */
  guint index;
  int usage; /* of Logto's types, or -1 */
  int first; /* the first template of that type, or -1 */
  gboolean last;
  SevenMessage *message; /* (nullable): made when asked for */
  GListStore *problems; /* (nullable): made when asked for */
};

G_DEFINE_FINAL_TYPE (SevenTemplateItem, seven_template_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCESSIBLE_NAME,
  PROP_CONTENT,
  PROP_EDITABLE,
  PROP_FLOW,
  PROP_INDEX,
  PROP_IS_FIRST,
  PROP_IS_LAST,
  PROP_IS_LOGTO_TEST,
  PROP_MESSAGE,
  PROP_METER,
  PROP_METER_WARNING,
  PROP_PROBLEMS,
  PROP_TITLE,
  PROP_USAGE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const SevenConfigTemplate *
get_template (SevenTemplateItem *self)
{
  return self->config != NULL ? seven_config_get_template (self->config, self->index) : NULL;
}

static gboolean
is_editable (SevenTemplateItem *self)
{
  return seven_template_item_get_usage (self) != NULL && seven_template_item_get_content (self) != NULL;
}

static gboolean
is_served (SevenTemplateItem *self)
{
  return self->first == (int) self->index && self->usage >= 0 &&
      seven_usage_is_sent ((SevenUsageType) self->usage);
}

static char *
dup_flow (SevenTemplateItem *self)
{
  const char *usage = seven_template_item_get_usage (self);

  if (usage == NULL || *usage == '\0')
    return g_strdup (_ ("No usage type, so the connector never uses it"));
  if (self->usage < 0)
    return g_strdup (_ ("Logto does not know this type"));
  if (self->first >= 0 && self->first != (int) self->index)
    /* Translators: %d is the number of another template of the same usage type. */
    return g_strdup_printf (_ ("Never used: template %d has the same type"), self->first + 1);

  return g_strdup (seven_usage_get_flow ((SevenUsageType) self->usage));
}

static char *
dup_accessible_name (SevenTemplateItem *self)
{
  const char *usage = seven_template_item_get_usage (self);

  if (usage == NULL || *usage == '\0')
    return seven_template_item_dup_title (self);

  /* Translators: number and usage type of a template, as a screen reader says it. */
  return g_strdup_printf (_ ("Template %u, %s"), self->index + 1, usage);
}

static SevenMessage *
ensure_message (SevenTemplateItem *self)
{
  const char *content = seven_template_item_get_content (self);
  g_autofree char *title = NULL;

  if (self->message != NULL || content == NULL)
    return self->message;
  title = seven_template_item_dup_title (self);
  self->message = seven_message_new (
      self->index, title, seven_config_get_sender (self->config), content, SEVEN_RENDER_SAMPLE_CODE);

  return self->message;
}

static char *
dup_meter (SevenTemplateItem *self)
{
  SevenMessage *message = ensure_message (self);

  return message != NULL ? seven_message_dup_details (message) : g_strdup ("");
}

static gboolean
get_meter_warning (SevenTemplateItem *self)
{
  SevenMessage *message = ensure_message (self);

  return message != NULL && seven_message_get_warning (message);
}

static void
get_word (SevenTemplateItem *self, guint property_id, GValue *value)
{
  if (property_id == PROP_ACCESSIBLE_NAME)
    g_value_take_string (value, dup_accessible_name (self));
  else if (property_id == PROP_FLOW)
    g_value_take_string (value, dup_flow (self));
  else if (property_id == PROP_METER)
    g_value_take_string (value, dup_meter (self));
  else
    g_value_take_string (value, seven_template_item_dup_title (self));
}

static void
seven_template_item_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenTemplateItem *self = SEVEN_TEMPLATE_ITEM (object);

  switch (property_id) {
  case PROP_ACCESSIBLE_NAME:
  case PROP_FLOW:
  case PROP_METER:
  case PROP_TITLE:
    get_word (self, property_id, value);
    break;
  case PROP_CONTENT:
    g_value_set_string (value, seven_template_item_get_content (self));
    break;
  case PROP_EDITABLE:
    g_value_set_boolean (value, is_editable (self));
    break;
  case PROP_INDEX:
    g_value_set_uint (value, self->index);
    break;
  case PROP_IS_FIRST:
    g_value_set_boolean (value, self->index == 0);
    break;
  case PROP_IS_LAST:
    g_value_set_boolean (value, self->last);
    break;
  case PROP_IS_LOGTO_TEST:
    g_value_set_boolean (value, is_served (self) && self->usage == SEVEN_USAGE_GENERIC);
    break;
  case PROP_MESSAGE:
    g_value_set_object (value, ensure_message (self));
    break;
  case PROP_METER_WARNING:
    g_value_set_boolean (value, get_meter_warning (self));
    break;
  case PROP_PROBLEMS:
    g_value_set_object (value, seven_template_item_get_problems (self));
    break;
  case PROP_USAGE:
    g_value_set_string (value, seven_template_item_get_usage (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_template_item_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenTemplateItem *self = SEVEN_TEMPLATE_ITEM (object);

  switch (property_id) {
  case PROP_CONTENT:
    seven_template_item_set_content (self, g_value_get_string (value));
    break;
  case PROP_USAGE:
    seven_template_item_set_usage (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_template_item_finalize (GObject *object)
{
  SevenTemplateItem *self = SEVEN_TEMPLATE_ITEM (object);

  g_clear_pointer (&self->config, seven_config_unref);
  g_clear_object (&self->message);
  g_clear_object (&self->problems);

  G_OBJECT_CLASS (seven_template_item_parent_class)->finalize (object);
}

static void
seven_template_item_class_init (SevenTemplateItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_template_item_finalize;
  object_class->get_property = seven_template_item_get_property;
  object_class->set_property = seven_template_item_set_property;

  props[PROP_ACCESSIBLE_NAME] = g_param_spec_string ("accessible-name", NULL, NULL, NULL, readable);
  props[PROP_CONTENT] = g_param_spec_string ("content", NULL, NULL, NULL, writable);
  props[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE, readable);
  props[PROP_FLOW] = g_param_spec_string ("flow", NULL, NULL, NULL, readable);
  props[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_IS_FIRST] = g_param_spec_boolean ("is-first", NULL, NULL, FALSE, readable);
  props[PROP_IS_LAST] = g_param_spec_boolean ("is-last", NULL, NULL, FALSE, readable);
  props[PROP_IS_LOGTO_TEST] = g_param_spec_boolean ("is-logto-test", NULL, NULL, FALSE, readable);
  props[PROP_MESSAGE] = g_param_spec_object ("message", NULL, NULL, SEVEN_TYPE_MESSAGE, readable);
  props[PROP_METER] = g_param_spec_string ("meter", NULL, NULL, NULL, readable);
  props[PROP_METER_WARNING] = g_param_spec_boolean ("meter-warning", NULL, NULL, FALSE, readable);
  props[PROP_PROBLEMS] = g_param_spec_object ("problems", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  props[PROP_USAGE] = g_param_spec_string ("usage", NULL, NULL, NULL, writable);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_template_item_init (SevenTemplateItem *self)
{
  self->usage = -1;
  self->first = -1;
}

/* What an item said before an update: strings are borrowed from the config that it keeps. */
typedef struct
{
  const char *content;
  const char *usage;
  gboolean editable;
  gboolean first_of_all;
  gboolean last_of_all;
  gboolean served;
  int first;
  guint index;
} Picture;

static Picture
take_picture (SevenTemplateItem *self)
{
  return (Picture){
    .content = seven_template_item_get_content (self),
    .usage = seven_template_item_get_usage (self),
    .editable = is_editable (self),
    .first_of_all = self->index == 0,
    .last_of_all = self->last,
    .served = is_served (self),
    .first = self->first,
    .index = self->index,
  };
}

static void
notify_if (SevenTemplateItem *self, gboolean changed, int property)
{
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

static void
notify_changes (SevenTemplateItem *self, const Picture *old, const Picture *new, gboolean sender_changed)
{
  gboolean content = g_strcmp0 (old->content, new->content) != 0;
  gboolean usage = g_strcmp0 (old->usage, new->usage) != 0;
  gboolean index = old->index != new->index;
  gboolean message = content || usage || index || sender_changed;
  gboolean flow = usage || old->first != new->first || old->served != new->served;

  if (message)
    g_clear_object (&self->message);
  notify_if (self, content, PROP_CONTENT);
  notify_if (self, content, PROP_METER);
  notify_if (self, content, PROP_METER_WARNING);
  notify_if (self, usage, PROP_USAGE);
  notify_if (self, index, PROP_INDEX);
  notify_if (self, message, PROP_MESSAGE);
  notify_if (self, usage || index, PROP_TITLE);
  notify_if (self, usage || index, PROP_ACCESSIBLE_NAME);
  notify_if (self, flow, PROP_FLOW);
  notify_if (self, flow, PROP_IS_LOGTO_TEST);
  notify_if (self, old->editable != new->editable, PROP_EDITABLE);
  notify_if (self, old->first_of_all != new->first_of_all, PROP_IS_FIRST);
  notify_if (self, old->last_of_all != new->last_of_all, PROP_IS_LAST);
}

static void
update_problems (SevenTemplateItem *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();

  if (self->problems == NULL)
    return;
  if (self->list != NULL)
    seven_template_list_collect_problems (self->list, self->index, problems);
  seven_list_store_become (self->problems, problems, (GEqualFunc) seven_problem_is_same);
}

SevenTemplateItem *
seven_template_item_new (SevenTemplateList *list)
{
  SevenTemplateItem *self = g_object_new (SEVEN_TYPE_TEMPLATE_ITEM, NULL);

  self->list = list;

  return self;
}

void
seven_template_item_detach (SevenTemplateItem *self)
{
  self->list = NULL;
}

/* The item of the template at @index of @config, from now on. */
void
seven_template_item_update (
    SevenTemplateItem *self, SevenConfig *config, guint index, gboolean sender_changed)
{
  Picture old = take_picture (self);
  Picture new;
  g_autoptr (SevenConfig) old_config = g_steal_pointer (&self->config);

  self->config = seven_config_ref (config);
  self->index = index;
  self->usage = seven_template_item_get_usage (self) != NULL
      ? seven_usage_find (seven_template_item_get_usage (self))
      : -1;
  self->first = seven_template_list_get_first (self->list, self->usage);
  self->last = index + 1 == seven_config_get_n_templates (config);
  new = take_picture (self);

  g_object_freeze_notify (G_OBJECT (self));
  notify_changes (self, &old, &new, sender_changed);
  g_object_thaw_notify (G_OBJECT (self));
  update_problems (self);
}

/**
 * seven_template_item_get_index:
 * @self: an item
 *
 * Returns: its place among the templates, from 0
 */
guint
seven_template_item_get_index (SevenTemplateItem *self)
{
  g_return_val_if_fail (SEVEN_IS_TEMPLATE_ITEM (self), 0);

  return self->index;
}

/**
 * seven_template_item_get_usage:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its usage type; %NULL where that is missing or no string
 */
const char *
seven_template_item_get_usage (SevenTemplateItem *self)
{
  const SevenConfigTemplate *template;

  g_return_val_if_fail (SEVEN_IS_TEMPLATE_ITEM (self), NULL);

  template = get_template (self);
  return template != NULL ? template->usage : NULL;
}

/**
 * seven_template_item_get_content:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its text; %NULL where that is missing or no string
 */
const char *
seven_template_item_get_content (SevenTemplateItem *self)
{
  const SevenConfigTemplate *template;

  g_return_val_if_fail (SEVEN_IS_TEMPLATE_ITEM (self), NULL);

  template = get_template (self);
  return template != NULL ? template->content : NULL;
}

/**
 * seven_template_item_set_usage:
 * @self: an item
 * @usage: (nullable): a usage type; %NULL does nothing
 *
 * Edits the document, where the item still stands in one.
 */
void
seven_template_item_set_usage (SevenTemplateItem *self, const char *usage)
{
  g_return_if_fail (SEVEN_IS_TEMPLATE_ITEM (self));

  if (self->list != NULL && usage != NULL)
    seven_document_set_template_usage (seven_template_list_get_document (self->list), self->index, usage);
}

/**
 * seven_template_item_set_content:
 * @self: an item
 * @content: (nullable): a text; %NULL does nothing
 *
 * Edits the document, where the item still stands in one.
 */
void
seven_template_item_set_content (SevenTemplateItem *self, const char *content)
{
  g_return_if_fail (SEVEN_IS_TEMPLATE_ITEM (self));

  if (self->list != NULL && content != NULL)
    seven_document_set_template_content (seven_template_list_get_document (self->list), self->index, content);
}

/**
 * seven_template_item_get_problems:
 * @self: an item
 *
 * Returns: (transfer none): the problems of this template alone, kept up to date
 */
GListModel *
seven_template_item_get_problems (SevenTemplateItem *self)
{
  g_return_val_if_fail (SEVEN_IS_TEMPLATE_ITEM (self), NULL);

  if (self->problems == NULL) {
    self->problems = g_list_store_new (SEVEN_TYPE_PROBLEM);
    update_problems (self);
  }
  return G_LIST_MODEL (self->problems);
}

/**
 * seven_template_item_dup_title:
 * @self: an item
 *
 * Returns: (transfer full): its usage type, or “Template 3” where it has none
 */
char *
seven_template_item_dup_title (SevenTemplateItem *self)
{
  const char *usage;

  g_return_val_if_fail (SEVEN_IS_TEMPLATE_ITEM (self), NULL);

  usage = seven_template_item_get_usage (self);
  if (usage != NULL && *usage != '\0')
    return g_strdup (usage);

  /* Translators: a template that has no usage type, by its number. */
  return g_strdup_printf (_ ("Template %u"), self->index + 1);
}

/**
 * seven_template_item_is_attached:
 * @self: an item
 *
 * Returns: whether the template still stands in a document
 */
gboolean
seven_template_item_is_attached (SevenTemplateItem *self)
{
  g_return_val_if_fail (SEVEN_IS_TEMPLATE_ITEM (self), FALSE);

  return self->list != NULL;
}
