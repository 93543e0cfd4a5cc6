package org.zhixing.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zhixing.clock.rules.CalendarYear;
import org.zhixing.clock.rules.NodePolicyDocument;
import org.zhixing.dossier.rules.Catalogue;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.platform.Json;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;
import org.zhixing.policy.rules.CalendarForm;
import org.zhixing.policy.rules.CatalogueForm;
import org.zhixing.policy.rules.Difference;
import org.zhixing.policy.rules.Faults;
import org.zhixing.policy.rules.NodeTableForm;
import org.zhixing.policy.rules.PolicyKind;
import org.zhixing.policy.rules.SigningForm;
import org.zhixing.policy.rules.TriageTableForm;
import org.zhixing.signing.SigningPolicies;
import org.zhixing.signing.rules.Seat;
import org.zhixing.signing.rules.SigningRule;
import org.zhixing.triage.rules.TriageDocument;

/** Policies as JSON: read from forms with every fault at its field, compared, and turned into the rules' own documents. */
@RegisterForReflection(
        targets = {
            NodeTableForm.class,
            TriageTableForm.class,
            CalendarForm.class,
            CatalogueForm.class,
            Catalogue.class,
            SigningForm.class,
            NodePolicyDocument.class,
            TriageDocument.class
        },
        registerFullHierarchy = true)
@ApplicationScoped
public class PolicyTexts {
    private static final String DOCUMENT = "document";

    private final Json json;
    private final Papers papers;
    private final SigningPolicies signing;

    PolicyTexts(Json json, Papers papers, SigningPolicies signing) {
        this.json = json;
        this.papers = papers;
        this.signing = signing;
    }

    /**
     * The document in the one way it is kept, checked against the version in force.
     *
     * @param base what was published last, as JSON
     * @throws Refusal 400 with all that is wrong, field by field
     */
    public String checked(PolicyKind kind, JsonNode given, String base) {
        return json.text(
                switch (kind) {
                    case NODES -> {
                        NodeTableForm form = form(given, NodeTableForm.class);
                        refuse(form.check(nodes(base)));
                        yield form.document();
                    }
                    case TRIAGE -> {
                        TriageTableForm form = form(given, TriageTableForm.class);
                        refuse(form.check(triage(base)));
                        yield form.document();
                    }
                    case CALENDAR -> {
                        CalendarForm form = form(given, CalendarForm.class);
                        refuse(form.check());
                        yield CalendarForm.of(form.calendar());
                    }
                    case DOSSIER -> {
                        CatalogueForm form = form(given, CatalogueForm.class);
                        refuse(form.check(catalogue(base)));
                        yield form.document();
                    }
                    case SIGNING -> {
                        SigningForm form = form(given, SigningForm.class);
                        refuse(form.check(papers.kinds()));
                        yield form.document();
                    }
                });
    }

    public NodePolicyDocument nodes(String document) {
        return json.read(document, NodePolicyDocument.class);
    }

    public TriageDocument triage(String document) {
        return json.read(document, TriageDocument.class);
    }

    public Catalogue catalogue(String document) {
        return json.read(document, Catalogue.class);
    }

    public CalendarYear calendar(String document) {
        return json.read(document, CalendarForm.class).calendar();
    }

    public String of(Object document) {
        return json.text(document instanceof CalendarYear year ? CalendarForm.of(year) : document);
    }

    /** A published document as it would be kept today: what older ones leave unsaid is said. */
    public String today(PolicyKind kind, String document) {
        return switch (kind) {
            case NODES -> json.text(nodes(document));
            case TRIAGE -> json.text(triage(document));
            case CALENDAR -> document;
            case DOSSIER -> json.text(catalogue(document));
            case SIGNING -> json.text(signing.read(document));
        };
    }

    public JsonNode tree(String document) {
        return json.read(document, JsonNode.class);
    }

    public List<Difference> differences(String one, String other) {
        return Difference.between(json.read(one, Object.class), json.read(other, Object.class));
    }

    private <T> T form(JsonNode given, Class<T> type) {
        try {
            T read = json.mapper().treeToValue(given, type);
            if (read == null) {
                throw Refusal.field(DOCUMENT, null, "field.required");
            }
            return read;
        } catch (JsonMappingException wrong) {
            throw Refusal.field(path(wrong), null, "field.unreadable");
        } catch (JsonProcessingException malformed) {
            throw Refusal.field(DOCUMENT, null, "field.unreadable");
        }
    }

    private static String path(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder(DOCUMENT);
        wrong.getPath()
                .forEach(step -> path.append(
                        step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName()));
        return path.toString();
    }

    private static void refuse(Faults faults) {
        if (!faults.none()) {
            throw Refusal.fields(faults.all().stream()
                    .map(fault -> new Refusal.FieldError(
                            DOCUMENT + "." + fault.field(),
                            fault.value(),
                            fault.reason(),
                            fault.params().stream().map(PolicyTexts::word).toList()))
                    .toList());
        }
    }

    /** As people are told it, in the reader's language. */
    private static Object word(Object param) {
        if (param instanceof PaperKinds.Kind kind) {
            return new Messages.Term("signed." + kind.code());
        }
        if (param instanceof Seat seat) {
            return new Messages.Term("seat." + seat.name());
        }
        return param instanceof SigningRule.Fact fact ? new Messages.Term("fact." + fact.name()) : param;
    }
}
