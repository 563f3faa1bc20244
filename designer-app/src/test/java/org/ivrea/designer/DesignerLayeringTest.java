package org.ivrea.designer;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/// Who may know whom inside the designer.
@AnalyzeClasses(packages = "org.ivrea.designer", importOptions = DoNotIncludeTests.class)
class DesignerLayeringTest {
    private static final String[] PANELS = {"canvas", "inspector", "problems", "find", "history", "palette", "prompts",
            "call"};

    @ArchTest static final ArchRule packagesFormNoCycle = slices()
            .matching("org.ivrea.designer.(**)")
            .should().beFreeOfCycles();

    @ArchTest static final ArchRule theCoreKnowsNoWindows = noClasses()
            .that().resideInAnyPackage(below("edit", "workspace", "layout", "simulation", "presentation"))
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
            .because("it is tested, and can be used, without a display");

    @ArchTest static final ArchRule editingKnowsOnlyDocuments = noClasses()
            .that().resideInAnyPackage(below("edit"))
            .should().dependOnClassesThat().resideInAnyPackage("org.ivrea.engine..")
            .orShould().dependOnClassesThat().resideInAnyPackage(below("workspace", "layout", "simulation",
                    "presentation"));

    @ArchTest
    static void panelsDoNotKnowEachOther(com.tngtech.archunit.core.domain.JavaClasses classes) {
        for (String panel : PANELS) {
            String[] others = java.util.Arrays.stream(PANELS).filter(other -> !other.equals(panel))
                    .toArray(String[]::new);
            noClasses().that().resideInAnyPackage(below(panel))
                    .should().dependOnClassesThat().resideInAnyPackage(below(others))
                    .because("the window wires them").allowEmptyShould(true).check(classes);
        }
    }

    private static String[] below(String... packages) {
        return java.util.Arrays.stream(packages).map(name -> "org.ivrea.designer." + name + "..")
                .toArray(String[]::new);
    }
}
