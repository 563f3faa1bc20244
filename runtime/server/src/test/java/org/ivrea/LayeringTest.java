package org.ivrea;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/// Who may know whom. A module is the package below `org.ivrea` that bears its name; this test sees those on its own
/// class path.
@AnalyzeClasses(packages = "org.ivrea", importOptions = DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest static final ArchRule modulesKnowOnlyThoseBelowThem = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.ivrea..")
            .layer("flow").definedBy("org.ivrea.flow..")
            .layer("engine").definedBy("org.ivrea.engine..")
            .layer("server").definedBy("org.ivrea.server..")
            .layer("freeswitch").definedBy("org.ivrea.freeswitch..")
            .optionalLayer("deploy").definedBy("org.ivrea.deploy..")
            .optionalLayer("designer").definedBy("org.ivrea.designer..")
            .whereLayer("flow").mayNotAccessAnyLayer()
            .whereLayer("engine").mayOnlyAccessLayers("flow")
            .whereLayer("freeswitch").mayOnlyAccessLayers("flow", "engine")
            .whereLayer("server").mayOnlyAccessLayers("flow", "engine", "deploy", "freeswitch")
            .whereLayer("deploy").mayOnlyAccessLayers("flow", "engine")
            .whereLayer("designer").mayOnlyAccessLayers("flow", "engine", "deploy")
            .ensureAllClassesAreContainedInArchitecture()
            .because("the document, the engine and the switch must each be usable without what stands above them");

    @ArchTest static final ArchRule packagesOfAModuleFormNoCycle = slices()
            .matching("org.ivrea.(*).(*)..")
            .namingSlices("$1.$2")
            .should().beFreeOfCycles();

    @ArchTest static final ArchRule theRuntimeHasNoUserInterface = noClasses()
            .that().resideOutsideOfPackage("org.ivrea.designer..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
            .because("the runtime runs on servers without a display");
}
