package org.ivrea.engine.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what a node type is. Stands on its record.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NodeInfo {

    /// The type's name in flow files, in camel case.
    String name();

    /// Its name for people, in English.
    String label();

    NodeGroup group();

    /// Name of a Feather icon.
    String icon();

    /// One sentence: what it does.
    String help();

    /// True when it needs the caller, so that it makes no sense after the hang-up.
    boolean media() default false;

    /// True when it asks the caller for something or takes time; a loop needs one such node.
    boolean waits() default false;

    /// True when it may end the call, or hand it over for good, although it has exits. Nodes without exits always do.
    boolean ends() default false;

    /// Exits that are taken a limited number of times in a row, so that no loop through them goes on for ever.
    String[] countedExits() default {};

    /// Modules of FreeSWITCH without which it takes its `error` exit, such as `mod_conference`. Those that prompts need
    /// are known from the prompts.
    String[] modules() default {};

    /// False for comments and groups.
    boolean runs() default true;
}
