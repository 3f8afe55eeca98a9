/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <libsecret/secret.h>

G_BEGIN_DECLS

/*
 * SevenSecretService:
 *
 * The Secret Service of the session, where a question that the person closes is an error: G_IO_ERROR_CANCELLED. With
 * libsecret's own class some services' way to say so is never answered (0.20), and others' reads as if there were no
 * such key. libsecret takes this class for its back-end once seven_secret_service_install() was called.
 */
#define SEVEN_TYPE_SECRET_SERVICE (seven_secret_service_get_type ())
G_DECLARE_FINAL_TYPE (SevenSecretService, seven_secret_service, SEVEN, SECRET_SERVICE, SecretService)

void seven_secret_service_install (void);
void seven_secret_service_close_question (GCancellable *cancellable);

G_END_DECLS
