package org.ivrea.engine.script;

/// Where a call went otherwise than its script says.
///
/// @param line    of the script, from 1; 0 for the script as a whole
/// @param atMs    when, since the call began
/// @param message what was expected and what happened, for people; may have several lines
public record ScriptFailure(int line, long atMs, String message) {}
