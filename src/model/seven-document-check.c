/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-document-private.h"

#include <string.h>

#include "seven-list-util.h"

/* A large text on its way through a thread. */
typedef struct
{
  char *text;
  gsize length;
  guint64 serial;
  SevenCheckOptions options;
} CheckJob;

static void
check_job_free (CheckJob *job)
{
  explicit_bzero (job->text, job->length);
  g_free (job->text);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CheckJob, check_job_free)

static void start_thread (SevenDocument *self);

static gboolean
is_object (SevenConfig *config)
{
  const SevenJsonValue *root = config != NULL ? seven_json_get_root (seven_config_get_json (config)) : NULL;

  return root != NULL && seven_json_value_get_kind (root) == SEVEN_JSON_OBJECT;
}

gboolean
seven_document_is_valid (SevenDocument *self)
{
  return self->good != NULL && self->good == self->check;
}

SevenConfig *
seven_document_get_good_config (SevenDocument *self)
{
  return self->good != NULL ? seven_check_get_config (self->good) : NULL;
}

SevenProblem *
seven_document_get_syntax_problem (SevenDocument *self)
{
  GPtrArray *problems = seven_check_get_problems (self->check);

  for (guint i = 0; i < problems->len && !self->fresh; i++) {
    SevenProblem *problem = g_ptr_array_index (problems, i);
    const char *rule = seven_problem_get_rule (problem);

    if (g_str_equal (rule, "json-syntax") || g_str_equal (rule, "not-an-object"))
      return problem;
  }
  return NULL;
}

SevenProblem *
seven_document_get_member_problem (SevenDocument *self, const char *rules)
{
  GPtrArray *problems = seven_check_get_problems (self->check);
  SevenProblem *gravest = NULL;

  for (guint i = 0; i < problems->len && !self->fresh; i++) {
    SevenProblem *problem = g_ptr_array_index (problems, i);
    SevenSeverity severity = seven_problem_get_severity (problem);

    if (severity == SEVEN_SEVERITY_INFO || !g_str_has_prefix (seven_problem_get_rule (problem), rules))
      continue;
    if (gravest == NULL || severity < seven_problem_get_severity (gravest))
      gravest = problem;
  }
  return gravest;
}

SevenConfig *
seven_document_ensure_config (SevenDocument *self)
{
  if (self->checked_serial == self->serial)
    return seven_document_is_valid (self) ? seven_document_get_good_config (self) : NULL;

  if (self->edit_serial != self->serial) {
    g_clear_pointer (&self->edit_config, seven_config_unref);
    self->edit_config = seven_config_parse (self->text->str, (gssize) self->text->len, NULL, NULL);
    self->edit_serial = self->serial;
  }
  return is_object (self->edit_config) ? self->edit_config : NULL;
}

/* Whether two problems look the same and stand at the same place. */
gboolean
seven_problem_is_same (SevenProblem *first, SevenProblem *second)
{
  SevenRange a = seven_problem_get_range (first);
  SevenRange b = seven_problem_get_range (second);
  SevenPosition start_a = seven_problem_get_start (first);
  SevenPosition start_b = seven_problem_get_start (second);

  return a.start == b.start && a.end == b.end && start_a.line == start_b.line &&
      start_a.column == start_b.column &&
      seven_problem_get_severity (first) == seven_problem_get_severity (second) &&
      g_str_equal (seven_problem_get_rule (first), seven_problem_get_rule (second)) &&
      g_strcmp0 (seven_problem_get_message (first), seven_problem_get_message (second)) == 0 &&
      g_strcmp0 (seven_problem_get_pointer (first), seven_problem_get_pointer (second)) == 0;
}

static void
append_severity (GPtrArray *sorted, GPtrArray *problems, SevenSeverity severity)
{
  for (guint i = 0; i < problems->len; i++) {
    gpointer problem = g_ptr_array_index (problems, i);

    if (seven_problem_get_severity (problem) == severity)
      g_ptr_array_add (sorted, problem);
  }
}

static void
update_problems (SevenDocument *self)
{
  GPtrArray *problems = seven_check_get_problems (self->check);
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (problems->len);

  append_severity (sorted, problems, SEVEN_SEVERITY_ERROR);
  append_severity (sorted, problems, SEVEN_SEVERITY_WARNING);
  append_severity (sorted, problems, SEVEN_SEVERITY_INFO);
  seven_list_store_become (self->problems, sorted, (GEqualFunc) seven_problem_is_same);
}

static gboolean
is_same_choice (SevenUsageChoice *first, SevenUsageChoice *second)
{
  return g_str_equal (seven_usage_choice_get_name (first), seven_usage_choice_get_name (second));
}

/* The types that stand in templates, though Logto does not know them: each once, in their order. */
static void
append_unknown (SevenConfig *config, GPtrArray *choices)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; config != NULL && i < seven_config_get_n_templates (config); i++) {
    const char *usage = seven_config_get_template (config, i)->usage;

    if (usage == NULL || *usage == '\0' || seven_usage_find (usage) >= 0)
      continue;
    if (g_hash_table_add (seen, (gpointer) usage))
      g_ptr_array_add (choices, seven_usage_choice_new (usage));
  }
}

static void
set_taken (SevenDocument *self, GPtrArray *choices)
{
  for (guint i = 0; i < choices->len; i++) {
    SevenUsageChoice *choice = g_ptr_array_index (choices, i);

    seven_usage_choice_set_taken (
        choice, i >= SEVEN_N_USAGES || seven_template_list_get_first (self->templates, (int) i) >= 0);
  }
}

static gboolean
is_missing (SevenDocument *self, guint flow)
{
  return self->good != NULL && seven_check_get_flow_template (self->good, (SevenUsageType) flow) < 0;
}

/* Flows in use first; the choices are those of usage-choices. */
static void
update_missing (SevenDocument *self)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint in_use = 2; in_use-- > 0;) {
    for (guint flow = 0; flow < SEVEN_N_FLOWS; flow++) {
      if (is_missing (self, flow) && (self->flows >> flow & 1) == in_use)
        g_ptr_array_add (missing, g_list_model_get_item (G_LIST_MODEL (self->usage_choices), flow));
    }
  }
  seven_list_store_become (self->missing_usages, missing, (GEqualFunc) is_same_choice);
}

static void
update_usages (SevenDocument *self)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint usage = 0; usage < SEVEN_N_USAGES; usage++)
    g_ptr_array_add (choices, g_list_model_get_item (G_LIST_MODEL (self->usage_choices), usage));
  append_unknown (seven_document_get_good_config (self), choices);
  set_taken (self, choices);
  seven_list_store_become (self->usage_choices, choices, (GEqualFunc) is_same_choice);
  update_missing (self);
}

static void
take_check (SevenDocument *self, SevenCheck *check, guint64 serial)
{
  g_clear_pointer (&self->check, seven_check_unref);
  self->check = check;
  self->checked_serial = serial;
  self->fresh = FALSE;
  g_clear_pointer (&self->edit_config, seven_config_unref);
  self->edit_serial = 0;
  if (is_object (seven_check_get_config (check))) {
    g_clear_pointer (&self->good, seven_check_unref);
    self->good = seven_check_ref (check);
  }
  seven_template_list_update (self->templates, self->good);
  update_problems (self);
  update_usages (self);
  seven_document_refresh (self);
  seven_document_emit_checked (self);
}

static void
set_members (SevenDocument *self, SevenConfig *config)
{
  g_clear_pointer (&self->saved_members, g_strfreev);
  self->saved_members = seven_config_dup_member_names (config);
  self->members_serial = 0;
}

void
seven_document_learn_members (SevenDocument *self)
{
  gboolean late = self->checked_serial != self->serial;

  /* The check under way may be that of an older text, and this one's never be made. */
  if (late && self->checked_text == self->serial)
    self->members_serial = self->serial;
  else
    set_members (self, seven_document_ensure_config (self));
}

SevenCheckOptions
seven_document_get_options (SevenDocument *self)
{
  return (SevenCheckOptions){ self->flows, self->stored_key != NULL };
}

static void
check_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  CheckJob *job = task_data;

  g_task_return_pointer (task, seven_check_text (job->text, (gssize) job->length, &job->options),
      (GDestroyNotify) seven_check_unref);
}

static void
checked_in_thread_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenDocument) self = SEVEN_DOCUMENT (user_data);
  CheckJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (SevenCheck) check = g_task_propagate_pointer (G_TASK (result), NULL);

  self->checking = FALSE;
  if (check != NULL && job->serial == self->members_serial)
    set_members (self, seven_check_get_config (check));
  if (self->checked_serial == self->serial)
    return;
  if (check == NULL || job->serial != self->serial)
    start_thread (self);
  else
    take_check (self, g_steal_pointer (&check), job->serial);
}

static void
start_thread (SevenDocument *self)
{
  g_autoptr (CheckJob) job = NULL;
  g_autoptr (GTask) task = NULL;

  if (self->checking)
    return;
  self->checking = TRUE;
  job = g_new0 (CheckJob, 1);
  job->text = g_memdup2 (self->text->str, self->text->len + 1);
  job->length = self->text->len;
  job->serial = self->serial;
  self->checked_text = self->serial;
  job->options = seven_document_get_options (self);
  /* Not the task's source: the thread may be the last to let go of the task, and the document must not end there. */
  task = g_task_new (NULL, NULL, checked_in_thread_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_thread);
  g_task_set_task_data (task, g_steal_pointer (&job), (GDestroyNotify) check_job_free);
  g_task_run_in_thread (task, check_in_thread);
}

static void
show_nothing (SevenDocument *self)
{
  seven_template_list_update (self->templates, NULL);
  g_list_store_remove_all (self->problems);
  update_usages (self);
}

static void
check_now (SevenDocument *self)
{
  SevenCheckOptions options = seven_document_get_options (self);

  take_check (self, seven_check_text (self->text->str, (gssize) self->text->len, &options), self->serial);
}

/* A small text is checked at once; a large one in a thread, with the newest text when the last one is done. */
void
seven_document_recheck (SevenDocument *self)
{
  if (self->text->len > SEVEN_DOCUMENT_SYNC_SIZE) {
    if (self->fresh)
      show_nothing (self);
    seven_document_refresh (self);
    start_thread (self);
    return;
  }
  check_now (self);
}

/* The last good text is shown while the present one is broken: it is scrubbed, too. */
static void
scrub_good (SevenDocument *self, SevenScrub *scrub)
{
  SevenCheckOptions options = seven_document_get_options (self);
  SevenConfig *config = seven_document_get_good_config (self);
  g_autoptr (SevenCheck) check = NULL;
  GString *scrubbed;
  const char *text;
  gsize length;

  if (config == NULL)
    return;
  text = seven_json_get_text (seven_config_get_json (config), &length);
  scrubbed = seven_scrub_put (scrub, text, length);
  check = seven_check_text (scrubbed->str, (gssize) scrubbed->len, &options);
  seven_scrub_free_string (scrubbed);
  g_clear_pointer (&self->good, seven_check_unref);
  if (is_object (seven_check_get_config (check)))
    self->good = g_steal_pointer (&check);
}

void
seven_document_scrub_check (SevenDocument *self, SevenScrub *scrub)
{
  if (!self->fresh)
    scrub_good (self, scrub);
  check_now (self);
}

/* The text is another one: what was found in the old one says nothing. */
void
seven_document_clear_check (SevenDocument *self)
{
  g_clear_pointer (&self->good, seven_check_unref);
  self->fresh = TRUE;
}
