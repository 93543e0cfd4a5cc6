package org.zhixing.flow;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhixing.audit.Entry;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NoticeAudience;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Topic;
import org.zhixing.supervise.rules.Slip;

/** Something that happened to a slip, as people are told of it and as the case's timeline keeps it. */
record SlipTold(Slip slip, Node node, String topic, LocalDate today) {

    /** @param nth tells this event from others of its topic */
    Event event(String nth, NoticeAudience to, String reason) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("number", slip.caseNumber());
        params.put("slip", slip.number().text());
        params.put(nodeWord(), node.code().name());
        params.put("due", slip.answerDue().toString());
        params.put("reason", reason);
        return new Event(
                topic, topic + ":" + nth, to.people(), to.circles(), params, slip.caseId(), slip.nodeId(), today);
    }

    /** The name under which the topic's sentence takes the node. */
    private String nodeWord() {
        return Topic.of(topic).orElseThrow().params().contains("node") ? "node" : "about";
    }

    Entry entry(String reason) {
        return entry(Map.of("reason", reason));
    }

    Entry entry(Map<String, Object> more) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("slip", slip.number().text());
        detail.put("code", node.code());
        detail.put("nodeId", node.id());
        detail.put("due", slip.answerDue());
        detail.putAll(more);
        return new Entry(topic, slip.caseId(), slip.id(), detail);
    }
}
