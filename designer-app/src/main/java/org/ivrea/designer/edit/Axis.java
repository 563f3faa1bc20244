package org.ivrea.designer.edit;

/// A direction in which boxes are spread.
public enum Axis {
    HORIZONTAL, VERTICAL
}
