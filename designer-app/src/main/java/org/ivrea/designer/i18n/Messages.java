package org.ivrea.designer.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The texts of one part of the window. Each package that shows text has a bundle of its own, named `Messages`, in
/// its package's resources.
public final class Messages {
    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The texts of a class's package, in the language of the system, or in English where there are none.
    public static Messages of(Class<?> part) {
        return new Messages(ResourceBundle.getBundle(part.getPackageName() + ".Messages", Locale.getDefault(),
                part.getClassLoader()));
    }

    /// The text, with `{0}`, `{1}`… replaced by the arguments as [MessageFormat] does.
    ///
    /// @throws MissingResourceException when there is no such text, which a test of each bundle excludes
    public String get(String key, Object... arguments) {
        String text = bundle.getString(key);
        if (text.indexOf('{') < 0 && text.indexOf('\'') < 0) {
            // Most are, and the first page has many: nothing to replace.
            return text;
        }
        return new MessageFormat(text, bundle.getLocale()).format(arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
