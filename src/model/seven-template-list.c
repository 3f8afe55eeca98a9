/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-template-list.h"

#define NONE (-1)

struct _SevenTemplateList
{
  GObject parent_instance;

  SevenDocument *document; /* owns this list */
  GPtrArray *items;
  SevenCheck *check; /* (nullable) */
  SevenConfig *config; /* (nullable): the check's */
  int first[SEVEN_N_USAGES]; /* template by usage type */
  /* The problems of a template are a chain: where it begins, and where it goes on. */
  GArray *first_problem; /* by template */
  GArray *next_problem; /* by problem */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SevenTemplateList, seven_template_list, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return SEVEN_TYPE_TEMPLATE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SEVEN_TEMPLATE_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SevenTemplateList *self = SEVEN_TEMPLATE_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
seven_template_list_finalize (GObject *object)
{
  SevenTemplateList *self = SEVEN_TEMPLATE_LIST (object);

  seven_template_list_detach (self);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->config, seven_config_unref);
  g_clear_pointer (&self->check, seven_check_unref);
  g_array_unref (self->first_problem);
  g_array_unref (self->next_problem);

  G_OBJECT_CLASS (seven_template_list_parent_class)->finalize (object);
}

static void
seven_template_list_class_init (SevenTemplateListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = seven_template_list_finalize;
}

static void
seven_template_list_init (SevenTemplateList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->first_problem = g_array_new (FALSE, FALSE, sizeof (int));
  self->next_problem = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint usage = 0; usage < SEVEN_N_USAGES; usage++)
    self->first[usage] = NONE;
}

SevenTemplateList *
seven_template_list_new (SevenDocument *document)
{
  SevenTemplateList *self = g_object_new (SEVEN_TYPE_TEMPLATE_LIST, NULL);

  self->document = document;

  return self;
}

void
seven_template_list_detach (SevenTemplateList *self)
{
  self->document = NULL;
  for (guint i = 0; i < self->items->len; i++)
    seven_template_item_detach (g_ptr_array_index (self->items, i));
}

SevenDocument *
seven_template_list_get_document (SevenTemplateList *self)
{
  return self->document;
}

/* (nullable) */
static const char *
get_sender (SevenTemplateList *self)
{
  return self->config != NULL ? seven_config_get_sender (self->config) : NULL;
}

int
seven_template_list_get_first (SevenTemplateList *self, int usage)
{
  return usage >= 0 && usage < SEVEN_N_USAGES ? self->first[usage] : NONE;
}

static guint
count_templates (SevenConfig *config)
{
  return config != NULL ? seven_config_get_n_templates (config) : 0;
}

static void
index_usages (SevenTemplateList *self)
{
  guint n_templates = count_templates (self->config);

  for (guint usage = 0; usage < SEVEN_N_USAGES; usage++)
    self->first[usage] = NONE;
  for (guint i = n_templates; i-- > 0;) {
    const char *name = seven_config_get_template (self->config, i)->usage;
    int usage = name != NULL ? seven_usage_find (name) : NONE;

    if (usage != NONE)
      self->first[usage] = (int) i;
  }
}

static void
fill_none (GArray *array, guint length)
{
  g_array_set_size (array, length);
  for (guint i = 0; i < length; i++)
    g_array_index (array, int, i) = NONE;
}

/* From the last to the first, so that each chain keeps the order. */
static void
index_problems (SevenTemplateList *self)
{
  GPtrArray *problems = self->check != NULL ? seven_check_get_problems (self->check) : NULL;
  guint n_problems = problems != NULL ? problems->len : 0;

  fill_none (self->first_problem, count_templates (self->config));
  fill_none (self->next_problem, n_problems);
  for (guint i = n_problems; i-- > 0;) {
    int template = seven_problem_get_template (g_ptr_array_index (problems, i));

    if (template <0 || (guint) template >= self->first_problem->len)
      continue;
    g_array_index (self->next_problem, int, i) = g_array_index (self->first_problem, int, template);
    g_array_index (self->first_problem, int, template) = (int) i;
  }
}

void
seven_template_list_collect_problems (SevenTemplateList *self, guint index, GPtrArray *problems)
{
  int problem = index < self->first_problem->len ? g_array_index (self->first_problem, int, index) : NONE;

  while (problem != NONE) {
    g_ptr_array_add (problems, g_ptr_array_index (seven_check_get_problems (self->check), problem));
    problem = g_array_index (self->next_problem, int, problem);
  }
}

static gboolean
is_same_template (SevenConfig *old, guint old_index, SevenConfig *new, guint new_index)
{
  const SevenConfigTemplate *first = seven_config_get_template (old, old_index);
  const SevenConfigTemplate *second = seven_config_get_template (new, new_index);

  return g_strcmp0 (first->usage, second->usage) == 0 && g_strcmp0 (first->content, second->content) == 0;
}

/* How the old templates become the new ones: equal at head and tail, in between others, more, or fewer. */
typedef struct
{
  guint head;
  guint n_old; /* of the piece in between */
  guint n_new;
} Difference;

static Difference
compare (SevenConfig *old, SevenConfig *new)
{
  guint n_old = count_templates (old);
  guint n_new = count_templates (new);
  guint limit = MIN (n_old, n_new);
  guint head = 0;
  guint tail = 0;

  while (head < limit && is_same_template (old, head, new, head))
    head++;
  while (tail < limit - head && is_same_template (old, n_old - tail - 1, new, n_new - tail - 1))
    tail++;

  return (Difference){ head, n_old - head - tail, n_new - head - tail };
}

static gboolean
is_shifted (SevenConfig *old, guint old_index, SevenConfig *new, guint new_index, guint length)
{
  for (guint i = 0; i < length; i++) {
    if (!is_same_template (old, old_index + i, new, new_index + i))
      return FALSE;
  }
  return TRUE;
}

/* Whether one template went from one end of the piece to the other. */
static gboolean
find_move (Difference piece, SevenConfig *old, SevenConfig *new, guint *from, guint *to)
{
  guint first = piece.head;
  guint last = piece.head + piece.n_old - 1;

  if (piece.n_old != piece.n_new || piece.n_old < 2)
    return FALSE;
  if (is_same_template (old, first, new, last) && is_shifted (old, first + 1, new, first, piece.n_old - 1)) {
    *from = first;
    *to = last;
    return TRUE;
  }
  *from = last;
  *to = first;

  return is_same_template (old, last, new, first) && is_shifted (old, first, new, first + 1, piece.n_old - 1);
}

static void
update_items (SevenTemplateList *self, gboolean sender_changed)
{
  SevenConfig *config = self->config;

  /* Who hears of a change may edit in turn: the update for that edit has then told all items. */
  for (guint i = 0; i < self->items->len && self->config == config; i++) {
    g_autoptr (SevenTemplateItem) item = g_object_ref (g_ptr_array_index (self->items, i));

    seven_template_item_update (item, config, i, sender_changed);
  }
}

static void
move_item (SevenTemplateList *self, guint from, guint to)
{
  gpointer item = g_ptr_array_steal_index (self->items, from);

  g_ptr_array_insert (self->items, (int) to, item);
}

/* Items for the templates that came, at the end of the piece that differs; those beyond it go. */
static void
resize (SevenTemplateList *self, Difference piece)
{
  guint kept = MIN (piece.n_old, piece.n_new);
  guint position = piece.head + kept;
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = kept; i < piece.n_old; i++) {
    seven_template_item_detach (g_ptr_array_index (self->items, position));
    g_ptr_array_add (gone, g_ptr_array_steal_index (self->items, position));
  }
  for (guint i = position; i < piece.head + piece.n_new; i++) {
    g_autoptr (SevenTemplateItem) item = seven_template_item_new (self);

    seven_template_item_update (item, self->config, i, FALSE);
    g_ptr_array_insert (self->items, (int) i, g_steal_pointer (&item));
  }
  if (piece.n_old != piece.n_new)
    g_list_model_items_changed (G_LIST_MODEL (self), position, piece.n_old - kept, piece.n_new - kept);
}

void
seven_template_list_update (SevenTemplateList *self, SevenCheck *check)
{
  g_autoptr (SevenConfig) old = self->config;
  g_autoptr (SevenCheck) old_check = self->check;
  gboolean sender_changed;
  Difference piece;
  guint from;
  guint to;

  self->check = check != NULL ? seven_check_ref (check) : NULL;
  self->config = check != NULL ? seven_config_ref (seven_check_get_config (check)) : NULL;
  index_usages (self);
  index_problems (self);
  sender_changed = g_strcmp0 (old != NULL ? seven_config_get_sender (old) : NULL, get_sender (self)) != 0;
  piece = compare (old, self->config);
  if (find_move (piece, old, self->config, &from, &to)) {
    move_item (self, from, to);
    g_list_model_items_changed (G_LIST_MODEL (self), piece.head, piece.n_old, piece.n_new);
  } else {
    resize (self, piece);
  }
  update_items (self, sender_changed);
}
