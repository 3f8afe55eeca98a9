/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-message-list.h"

#include "seven-message.h"

typedef struct
{
  guint index; /* of the template */
  SevenMessage *message; /* (nullable) */
} Entry;

struct _SevenMessageList
{
  GObject parent_instance;

  SevenConfig *config; /* (nullable) */
  char *code;
  GArray *entries;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SevenMessageList, seven_message_list, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return SEVEN_TYPE_MESSAGE;
}

static guint
get_n_items (GListModel *model)
{
  return SEVEN_MESSAGE_LIST (model)->entries->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SevenMessageList *self = SEVEN_MESSAGE_LIST (model);
  const SevenConfigTemplate *template;
  Entry *entry;

  if (position >= self->entries->len)
    return NULL;
  entry = &g_array_index (self->entries, Entry, position);
  if (entry->message == NULL) {
    template = seven_config_get_template (self->config, entry->index);
    entry->message = seven_message_new (
        entry->index, template->usage, seven_config_get_sender (self->config), template->content, self->code);
  }
  return g_object_ref (entry->message);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
entry_clear (Entry *entry)
{
  g_clear_object (&entry->message);
}

static GArray *
new_entries (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, (GDestroyNotify) entry_clear);

  return entries;
}

static void
seven_message_list_finalize (GObject *object)
{
  SevenMessageList *self = SEVEN_MESSAGE_LIST (object);

  g_clear_pointer (&self->config, seven_config_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_free (self->code);

  G_OBJECT_CLASS (seven_message_list_parent_class)->finalize (object);
}

static void
seven_message_list_class_init (SevenMessageListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = seven_message_list_finalize;
}

static void
seven_message_list_init (SevenMessageList *self)
{
  self->code = g_strdup ("");
  self->entries = new_entries ();
}

SevenMessageList *
seven_message_list_new (void)
{
  return g_object_new (SEVEN_TYPE_MESSAGE_LIST, NULL);
}

static GArray *
list_templates (SevenConfig *config)
{
  GArray *entries = new_entries ();

  for (guint i = 0; config != NULL && i < seven_config_get_n_templates (config); i++) {
    const char *content = seven_config_get_template (config, i)->content;
    Entry entry = { i, NULL };

    if (content != NULL && *content != '\0')
      g_array_append_val (entries, entry);
  }
  return entries;
}

/* Whether the two show the same message. */
static gboolean
is_same (SevenConfig *old, const Entry *first, SevenConfig *new, const Entry *second)
{
  const SevenConfigTemplate *a = seven_config_get_template (old, first->index);
  const SevenConfigTemplate *b = seven_config_get_template (new, second->index);

  return first->index == second->index && g_strcmp0 (a->usage, b->usage) == 0 &&
      g_strcmp0 (a->content, b->content) == 0;
}

static void
keep (Entry *old, Entry *new)
{
  new->message = g_steal_pointer (&old->message);
}

/* Keeps the messages that are the same at both ends; says how many there are. */
static void
keep_ends (
    SevenConfig *old_config, GArray *old, SevenConfig *new_config, GArray *new, guint *head, guint *tail)
{
  guint limit = MIN (old->len, new->len);

  for (*head = 0; *head < limit; (*head)++) {
    Entry *before = &g_array_index (old, Entry, *head);
    Entry *after = &g_array_index (new, Entry, *head);

    if (!is_same (old_config, before, new_config, after))
      break;
    keep (before, after);
  }
  for (*tail = 0; *tail < limit - *head; (*tail)++) {
    Entry *before = &g_array_index (old, Entry, old->len - *tail - 1);
    Entry *after = &g_array_index (new, Entry, new->len - *tail - 1);

    if (!is_same (old_config, before, new_config, after))
      break;
    keep (before, after);
  }
}

static gboolean
has_same_frame (SevenMessageList *self, SevenConfig *config, const char *code)
{
  return self->config != NULL && config != NULL && g_str_equal (self->code, code) &&
      g_strcmp0 (seven_config_get_sender (self->config), seven_config_get_sender (config)) == 0;
}

void
seven_message_list_update (SevenMessageList *self, SevenConfig *config, const char *code)
{
  g_autoptr (GArray) old = self->entries;
  g_autoptr (SevenConfig) old_config = self->config;
  guint head = 0;
  guint tail = 0;

  self->entries = list_templates (config);
  if (has_same_frame (self, config, code))
    keep_ends (old_config, old, config, self->entries, &head, &tail);
  self->config = config != NULL ? seven_config_ref (config) : NULL;
  if (!g_str_equal (self->code, code)) {
    g_clear_pointer (&self->code, g_free);
    self->code = g_strdup (code);
  }
  if (head + tail < MAX (old->len, self->entries->len))
    g_list_model_items_changed (
        G_LIST_MODEL (self), head, old->len - head - tail, self->entries->len - head - tail);
}
