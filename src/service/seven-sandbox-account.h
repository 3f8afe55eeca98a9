/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the sandbox: what a part costs and what an account begins with, in thousandths of a euro. */
#define SEVEN_SANDBOX_PART_PRICE 75
#define SEVEN_SANDBOX_BALANCE 50000

/* Private to the sandbox: the account that its requests are booked on, without a network. */
typedef struct _SevenSandboxAccount SevenSandboxAccount;

/* What happens to the connection after a request. */
typedef enum
{
  SEVEN_SANDBOX_REPLY,
  SEVEN_SANDBOX_REPLY_LATE,
  SEVEN_SANDBOX_DROP,
  SEVEN_SANDBOX_HANG,
} SevenSandboxAction;

typedef struct
{
  SevenSandboxAction action;
  guint status; /* HTTP */
  const char *type; /* media type */
  char *body;
} SevenSandboxAnswer;

SevenSandboxAccount *seven_sandbox_account_new (void);
void seven_sandbox_account_free (SevenSandboxAccount *self);

/* A bare return code, in the shape that the header Accept asks for. */
void seven_sandbox_answer_code (SevenSandboxAnswer *answer, int code, gboolean wants_json);
/* The price of a part; @country: (nullable): ISO 3166-1 alpha-2, in either case. */
void seven_sandbox_answer_pricing (SevenSandboxAnswer *answer, const char *country);
/* The calls; their parameters (nullable) are decoded, name → value. */
void seven_sandbox_account_send (
    SevenSandboxAccount *self, GHashTable *form, gboolean wants_json, SevenSandboxAnswer *answer);
void
seven_sandbox_account_balance (SevenSandboxAccount *self, gboolean wants_json, SevenSandboxAnswer *answer);
void seven_sandbox_account_journal (SevenSandboxAccount *self, GHashTable *query, SevenSandboxAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenSandboxAccount, seven_sandbox_account_free)

G_END_DECLS
