package org.ivrea.engine.nodes;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.nodes.Menu.Choice;
import org.ivrea.engine.nodes.Menu.DirectDial;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Severity;

/// Finds choices of a menu that get in each other's way.
final class MenuCheck {
    /// Of the patterns of one menu.
    private static final int MOST_COMPARED = 50;
    private static final BitSet NONE = new BitSet();

    private final Menu menu;
    private final List<Choice> choices;
    private final NodeCheck check;
    private final JsonPointer pointer;
    private final Map<Integer, BitSet> samples = new HashMap<>();

    MenuCheck(Menu menu, NodeCheck check) {
        this.menu = menu;
        this.choices = menu.choices();
        this.check = check;
        this.pointer = check.pointer().child("choices");
    }

    void run() {
        if (choices.isEmpty() && menu.directDial() == null) {
            check.error("no-choices", pointer, "The menu has no choices; add one");
        }
        if (menu.bargeIn() == Menu.ChoiceBargeIn.SOME_KEYS && menu.bargeInKeys().isEmpty()) {
            check.error("no-barge-in-keys", check.pointer().child("bargeInKeys"),
                    "Barge-in is by some keys, but there are none; name them in \"bargeInKeys\"");
        }
        for (int i = 0; i < choices.size(); i++) {
            checkInput(i, choices.get(i));
            ExitNames.check(check, pointer.child(i).child("exit"), choices.get(i).exit(), Menu.DIRECT_DIAL,
                    InputAttempts.TIMEOUT, InputAttempts.INVALID);
        }
        checkSameKeys();
        checkAmbiguousKeys();
        checkPatterns();
        if (menu.directDial() != null) {
            checkDirectDial(menu.directDial());
        }
    }

    private void checkInput(int i, Choice choice) {
        if (choice.keys().isEmpty() == choice.pattern().isEmpty()) {
            check.error("choice-input", pointer.child(i), choice.keys().isEmpty()
                    ? "The choice cannot be made; give it \"keys\" or a \"pattern\""
                    : "The choice has both \"keys\" and a \"pattern\"; remove one of them");
        }
        for (char key : choice.keys().toCharArray()) {
            if (menu.terminators().indexOf(key) >= 0) {
                check.error("choice-is-terminator", pointer.child(i).child("keys"), "The key " + key + " ends the input"
                        + ", so that this choice cannot be made; remove it from \"terminators\" or choose other keys");
            }
        }
        if (menu.maxDigits() > 0 && choice.keys().length() > menu.maxDigits()) {
            check.error("choice-too-long", pointer.child(i).child("keys"), "The menu takes " + menu.maxDigits()
                    + " digits at most, so that " + choice.keys() + " cannot be entered; raise \"maxDigits\" or make it"
                    + " 0");
        }
    }

    /// The same keys may come again under another condition.
    private void checkSameKeys() {
        Map<String, Choice> seen = new HashMap<>();
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            Choice before = choice.keys().isEmpty() ? null : seen.putIfAbsent(choice.keys(), choice);
            if (before != null && before.when() == null) {
                check.error("duplicate-keys", pointer.child(i).child("keys"), "The keys " + choice.keys() + " already"
                        + " lead to \"" + before.exit() + "\", so that this choice is never taken; choose other keys");
            }
        }
    }

    private void checkAmbiguousKeys() {
        for (int i = 0; i < choices.size(); i++) {
            String keys = choices.get(i).keys();
            for (Choice longer : choices) {
                if (!keys.isEmpty() && longer.keys().length() > keys.length() && longer.keys().startsWith(keys)) {
                    check.warning("ambiguous-keys", pointer.child(i).child("keys"), "After " + keys + " the menu has to"
                            + " wait " + Summary.time(menu.interDigitMs()) + ", as " + longer.keys() + " begins with it"
                            + "; choose keys of which none begins another");
                    break;
                }
            }
        }
    }

    private void checkPatterns() {
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            if (choice.keys().isEmpty() && !choice.pattern().isEmpty()
                    && KeyPatterns.compile(choice.pattern()) != null) {
                checkPattern(i, choice);
            }
        }
    }

    private void checkPattern(int i, Choice choice) {
        if (menu.maxDigits() == 0) {
            check.report("pattern-without-max-digits", Severity.INFO, pointer.child(i).child("pattern"),
                    "Nobody can tell when an input for a pattern is complete, so that the menu waits "
                            + Summary.time(menu.interDigitMs()) + " after the last key; set \"maxDigits\" if you know"
                            + " its length",
                    null);
        }
        for (int j = 0; j < choices.size(); j++) {
            Choice other = choices.get(j);
            boolean literal = !other.keys().isEmpty();
            String both = literal
                    ? KeyPatterns.matches(choice.pattern(), other.keys()) ? other.keys() : null
                    : j < i ? KeySamples.inBoth(samples(i), samples(j)) : null;
            if (both != null) {
                check.warning("overlapping-pattern", pointer.child(i).child("pattern"), "The keys " + both
                        + " fit this pattern, but lead to \"" + other.exit() + "\", as "
                        + (literal ? "keys go before patterns" : "that pattern comes first")
                        + "; narrow one of them");
            }
        }
    }

    /// The samples that fit the pattern of a choice; none behind the first patterns, as comparing takes a while.
    private BitSet samples(int choice) {
        if (samples.size() >= MOST_COMPARED && !samples.containsKey(choice)) {
            return NONE;
        }
        return samples.computeIfAbsent(choice, i -> KeySamples.matching(choices.get(i).pattern()));
    }

    private void checkDirectDial(DirectDial dial) {
        JsonPointer at = check.pointer().child("directDial");
        if (dial.minDigits() > dial.maxDigits()) {
            check.error("bad-range", at.child("minDigits"), "No extension has at least " + dial.minDigits()
                    + " and at most " + dial.maxDigits() + " digits; lower \"minDigits\" or raise \"maxDigits\"");
        }
        if (menu.maxDigits() > 0 && dial.minDigits() > menu.maxDigits()) {
            check.error("bad-range", at.child("minDigits"), "The menu takes " + menu.maxDigits() + " digits at most, so"
                    + " that no extension can be dialled; raise the menu's \"maxDigits\" or make it 0");
        }
        for (Choice choice : choices) {
            if (!choice.keys().isEmpty() && KeyPatterns.compile(dial.allow()) != null
                    && (dial.deny().isEmpty() || KeyPatterns.compile(dial.deny()) != null)
                    && dial.matches(choice.keys())) {
                check.warning("overlapping-pattern", at.child("allow"), "The extension " + choice.keys()
                        + " cannot be dialled, as these are the keys of the choice \"" + choice.exit()
                        + "\"; deny it or choose other keys");
            }
        }
    }
}
