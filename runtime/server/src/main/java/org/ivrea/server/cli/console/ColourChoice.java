package org.ivrea.server.cli.console;

/// When output is coloured. Named as people write it.
public enum ColourChoice {
    auto, always, never
}
