package org.ivrea.designer.edit;

import java.util.Locale;

/// On which line boxes are put.
public enum Alignment {
    LEFT, CENTRE, RIGHT, TOP, MIDDLE, BOTTOM;

    String key() {
        return "align." + name().toLowerCase(Locale.ROOT);
    }
}
