package org.ivrea.designer.welcome;

import java.util.List;

/// A sample project.
///
/// @param name      of its folder
/// @param title     for people
/// @param languages that it speaks
public record Sample(String name, String title, String description, List<String> languages) {
    public Sample {
        languages = List.copyOf(languages);
    }
}
