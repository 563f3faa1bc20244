package org.ivrea.designer.settings;

/// Which theme a person wants.
public enum ThemeChoice {
    SYSTEM, LIGHT, DARK
}
