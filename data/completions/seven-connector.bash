# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
# Completion of seven-connector for bash.

_seven_connector() {
  local current=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} options= previous=
  local types='SignIn Register ForgotPassword Generic UserPermissionValidation BindNewIdentifier MfaVerification BindMfa OrganizationInvitation Test'

  # bash splits at "=": the word before it names the option.
  if [ "$current" = = ]; then
    previous=${COMP_WORDS[COMP_CWORD - 1]} current=
  elif [ "${COMP_WORDS[COMP_CWORD - 1]}" = = ]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W 'check fix render send balance price explain history export sandbox --help --version' -- "$current")
    return
  fi

  case $previous in
    --usage | --flows) mapfile -t COMPREPLY < <(compgen -W "$types" -- "$current"); return ;;
    --gateway) mapfile -t COMPREPLY < <(compgen -W 'sandbox seven old' -- "$current"); return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W "text json$([ "$command" = history ] && echo ' csv')" -- "$current"); return ;;
    --api-key-file) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
    ?*) return ;;
  esac

  case $command in
    check) options='--flows= --strict --format=' ;;
    fix) options='--dry-run' ;;
    render) options='--usage= --code= --format=' ;;
    send) options='--usage= --to= --code= --gateway= --api-key-file= --keyring --yes --wait-delivery --timeout= --format=' ;;
    balance) options='--gateway= --api-key-file= --keyring --timeout= --format=' ;;
    price) options='--gateway= --api-key-file= --timeout= --format=' ;;
    explain) options='--format=' ;;
    history) options='--format= --limit=' ;;
    export) options='--without-key --api-key-file= --keyring' ;;
    sandbox) options='--port=' ;;
  esac

  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options --help --version" -- "$current")
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}

complete -o filenames -F _seven_connector seven-connector
