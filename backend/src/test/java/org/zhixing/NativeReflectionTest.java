package org.zhixing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.rules.Node;
import org.zhixing.platform.Json;

/**
 * A native image has only the reflection it is told of. What REST methods name Quarkus tells it; every record that goes
 * through {@link Json} beside them must be registered by hand, and the JVM would never notice that one is not.
 */
class NativeReflectionTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ArchitectureTest.OnlyBackend())
            .importPackages("org.zhixing");

    @Test
    void everyRecordReadOrWrittenAsJsonIsRegistered() {
        Set<JavaClass> all = classes.stream().collect(Collectors.toSet());
        Set<String> registered =
                all.stream().flatMap(NativeReflectionTest::registered).collect(Collectors.toSet());
        Set<String> needed = all.stream()
                .filter(NativeReflectionTest::readsOrWritesJson)
                .flatMap(NativeReflectionTest::recordsNamed)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(needed).contains(Node.class.getName()).hasSizeGreaterThan(15).isSubsetOf(registered);
    }

    private static boolean readsOrWritesJson(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .map(call -> call.getTargetOwner())
                .anyMatch(owner -> owner.isEquivalentTo(Json.class) || owner.isEquivalentTo(ObjectMapper.class));
    }

    /** By class literal, which is how Json and its callers say what they read and write. */
    private static Stream<String> recordsNamed(JavaClass type) {
        return type.getReferencedClassObjects().stream()
                .map(ReferencedClassObject::getRawType)
                .map(named -> named.getBaseComponentType())
                .filter(named -> named.isRecord() && named.getPackageName().startsWith("org.zhixing"))
                .map(JavaClass::getName);
    }

    /** The annotation's targets, or the annotated class itself. */
    private static Stream<String> registered(JavaClass type) {
        return type.tryGetAnnotationOfType(RegisterForReflection.class).stream()
                .flatMap(annotation -> annotation.targets().length == 0
                        ? Stream.of(type.getName())
                        : Arrays.stream(annotation.targets()).map(Class::getName));
    }
}
