package org.ivrea.flow.project;

import java.util.regex.Pattern;

/// What a language of a project looks like: a tag such as `en`, `de` or `pt-BR`, which is also a folder's name.
public final class LanguageTag {
    private static final Pattern FORM = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private LanguageTag() {}

    public static boolean isWellFormed(String tag) {
        return tag.length() <= 32 && FORM.matcher(tag).matches();
    }
}
