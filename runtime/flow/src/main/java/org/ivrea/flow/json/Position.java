package org.ivrea.flow.json;

/// A place in a text.
///
/// @param line   from 1
/// @param column from 1, counted in UTF-16 units as editors do
public record Position(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
