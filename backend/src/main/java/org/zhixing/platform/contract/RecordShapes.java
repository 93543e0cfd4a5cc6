package org.zhixing.platform.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of every property whether it may be null and whether it is always there, as the record says it in Java: a
 * {@code @Nullable} component may be null, in a request it may also be left out; an answer names all it has.
 */
final class RecordShapes {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private final List<ClassInfo> records;

    RecordShapes(IndexView index) {
        this.records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> type.name().toString().startsWith("org.zhixing."))
                .collect(Collectors.toMap(ClassInfo::name, type -> type, (one, same) -> one, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    void shape(OpenAPI api) {
        Reach asked = Reach.ofRequests(api);
        api.getComponents().getSchemas().forEach((name, schema) -> {
            Map<String, Schema> properties = schema.getProperties();
            if (properties != null && !properties.isEmpty()) {
                shape(schema, recordOf(name, properties.keySet()), asked.contains("schemas/" + name));
            }
        });
        Operations.of(api).forEach(RecordShapes::shapeForm);
    }

    /** A form's fields are parameters in Java, and no record: what one refers to says its type. */
    private static void shapeForm(Operations found) {
        RequestBody body = found.operation().getRequestBody();
        if (body == null || body.getContent() == null) {
            return;
        }
        body.getContent().getMediaTypes().values().stream()
                .map(MediaType::getSchema)
                .filter(form -> form != null && form.getProperties() != null)
                .flatMap(form -> form.getProperties().values().stream())
                .filter(field -> field.getRef() != null)
                .forEach(field -> field.setType(null));
    }

    private static void shape(Schema schema, ClassInfo type, boolean asked) {
        List<String> required = new ArrayList<>();
        schema.getProperties().forEach((name, property) -> {
            RecordComponentInfo component = type.recordComponent(name);
            boolean always =
                    schema.getRequired() != null && schema.getRequired().contains(name);
            boolean nullable = component != null && component.type().hasAnnotation(NULLABLE) && !always;
            if (property.getRef() != null) {
                property.setType(null);
            }
            if (nullable) {
                allowNull(property);
            }
            if (always || !nullable || !asked) {
                required.add(name);
            }
        });
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static void allowNull(Schema property) {
        String ref = property.getRef();
        if (ref != null) {
            property.setRef(null);
            property.addAnyOf(OASFactory.createSchema().ref(ref));
            property.addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        } else if (property.getType() != null && !property.getType().contains(Schema.SchemaType.NULL)) {
            property.addType(Schema.SchemaType.NULL);
            if (property.getEnumeration() != null) {
                property.addEnumeration(null);
            }
        }
    }

    /** The record that declares the name, else the one whose own name it is. */
    private ClassInfo recordOf(String schema, Set<String> properties) {
        List<ClassInfo> fitting = records.stream()
                .filter(type -> properties.stream().allMatch(p -> type.recordComponent(p) != null))
                .toList();
        List<ClassInfo> named =
                fitting.stream().filter(type -> schema.equals(declared(type))).toList();
        if (named.isEmpty()) {
            named = fitting.stream()
                    .filter(type -> declared(type) == null && isOwnName(type, schema))
                    .toList();
        }
        if (named.size() != 1) {
            throw new IllegalStateException("Schema " + schema + " of the API belongs to " + named
                    + ": give each record of the API a @Schema(name = …) of its own.");
        }
        return named.get(0);
    }

    /** A generic one such as {@code Page} gives its name to the beginning of the schema's. */
    private static boolean isOwnName(ClassInfo type, String schema) {
        String simple = type.name().withoutPackagePrefix();
        String own = simple.substring(simple.lastIndexOf('$') + 1);
        return type.typeParameters().isEmpty() ? own.equals(schema) : schema.startsWith(own);
    }

    private static @Nullable String declared(ClassInfo type) {
        AnnotationInstance annotation = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = annotation == null ? null : annotation.value("name");
        return name == null ? null : name.asString();
    }
}
