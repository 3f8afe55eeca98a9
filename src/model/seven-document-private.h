/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"
#include "seven-scrub.h"
#include "seven-shown.h"
#include "seven-template-list.h"
#include "seven-undo-stack.h"

G_BEGIN_DECLS

/* Texts up to this many bytes are checked at once, larger ones in a thread. */
#define SEVEN_DOCUMENT_SYNC_SIZE (256 * 1024)

typedef enum
{
  PROP_0,
  /* Derived from the text and its check: refreshed after every change. */
  PROP_API_KEY,
  PROP_API_KEY_EDITABLE,
  PROP_API_KEY_PROBLEM,
  PROP_BUSY,
  PROP_CAN_REDO,
  PROP_CAN_UNDO,
  PROP_CHECKING,
  PROP_COVERAGE,
  PROP_HAS_KEY,
  PROP_HAS_SAFE_FIXES,
  PROP_KEY_STORED,
  PROP_LONG_LINES,
  PROP_MODIFIED,
  PROP_N_ERRORS,
  PROP_N_PROBLEMS,
  PROP_N_WARNINGS,
  PROP_REDO_LABEL,
  PROP_SENDER,
  PROP_SENDER_EDITABLE,
  PROP_SENDER_HINT,
  PROP_SENDER_PROBLEM,
  PROP_SENDER_WARNING,
  PROP_SUBTITLE,
  PROP_SUMMARY,
  PROP_SYNTAX_PROBLEM,
  PROP_TITLE,
  PROP_UNDO_LABEL,
  PROP_URI,
  PROP_VALID,
  N_DERIVED,
  PROP_FLOWS = N_DERIVED,
  PROP_MISSING_USAGES,
  PROP_PROBLEMS,
  PROP_STATE_STORE,
  PROP_TEMPLATES,
  PROP_USAGE_CHOICES,
  N_PROPS
} SevenDocumentProperty;

struct _SevenDocument
{
  GObject parent_instance;

  GString *text;
  guint64 serial; /* counts the changes of the text, and of what it is checked for */
  SevenUndoStack *undo;
  guint64 saved_state;
  char *uri;
  char *stamp; /* (nullable): the version on disk */
  char **saved_members; /* top-level members of what was last loaded or saved */
  guint64
      members_serial; /* the text that they are still to be learned from, when it has been checked; 0: none */
  guint n_busy;
  char *stored_key; /* (nullable): a usable one, kept elsewhere than in the text */

  SevenFlows flows;
  SevenStateStore *state_store; /* (nullable) */
  SevenCheck *check;
  guint64 checked_serial;
  SevenCheck *good; /* (nullable): the last of a text that was an object */
  gboolean checking; /* in a thread */
  guint64 checked_text; /* the serial of the text that the thread has */
  gboolean fresh; /* the text is a new one, of which nothing is known yet */
  SevenConfig *edit_config; /* (nullable): of the text of edit_serial, where the check is late */
  guint64 edit_serial;
  gboolean long_lines;

  SevenTemplateList *templates;
  GListStore *problems;
  GListStore *usage_choices;
  GListStore *missing_usages;
  SevenShown *shown;
};

/* The one way in which the text changes. field: (nullable): where was typed, merges; label: (nullable). */
void seven_document_splice (SevenDocument *self, gsize offset, gsize removed, const char *inserted,
    const char *field, const char *label);
/* Notifies what has changed of the derived properties. */
void seven_document_refresh (SevenDocument *self);
/* (nullable) (transfer none): of the present text, NULL where it is no object. */
SevenConfig *seven_document_ensure_config (SevenDocument *self);
SevenConfig *seven_document_get_good_config (SevenDocument *self);
gboolean seven_document_is_valid (SevenDocument *self);
SevenProblem *seven_document_get_syntax_problem (SevenDocument *self);
/* (nullable): the gravest of a top-level member that is no mere advice, by the prefix of its rules. */
SevenProblem *seven_document_get_member_problem (SevenDocument *self, const char *rules);
void seven_document_emit_spliced (SevenDocument *self, gsize offset, gsize removed, const char *inserted);
void seven_document_emit_checked (SevenDocument *self);
/* Which flows are in use, as it was kept; whoever calls checks the text anew. */
void seven_document_restore_flows (SevenDocument *self, SevenFlows flows);
void seven_document_keep_flows (SevenDocument *self);
void seven_document_take_place (SevenDocument *self, char *uri, char *stamp); /* both (transfer full) */
/* Keeps what members the present text has, now or when its check comes. */
void seven_document_learn_members (SevenDocument *self);
/* The names of the top-level members of a config; (nullable) (transfer full). */
char **seven_config_dup_member_names (SevenConfig *config);

/* seven-document-check.c */
void seven_document_recheck (SevenDocument *self);
void seven_document_clear_check (SevenDocument *self);
SevenCheckOptions seven_document_get_options (SevenDocument *self);
/* Checks the text at once, however large it is; what was found in older texts holds no key any more. */
void seven_document_scrub_check (SevenDocument *self, SevenScrub *scrub);
/* seven-document-text.c: the text becomes another one, which is no step of undo. */
void seven_document_become (SevenDocument *self, const GString *text);
/* seven-document-key.c: the key of another document is not this one's. */
void seven_document_forget_key (SevenDocument *self);

G_END_DECLS
