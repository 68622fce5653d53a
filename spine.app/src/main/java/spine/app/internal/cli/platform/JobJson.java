package spine.app.internal.cli.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.api.job.Delivery;
import spine.api.job.Job;
import spine.api.service.StudyJob;
import spine.app.internal.console.JobLines;

/** Jobs for a program to read. */
final class JobJson {

    private JobJson() {
    }

    /** A study that is scored without a job. */
    static ObjectNode of(StudyJob job) {
        return JsonNodeFactory.instance.objectNode().put("studyInstanceUid", job.studyInstanceUid()).put("state", JobLines.state(job))
                .put("since", job.since().toString());
    }

    static ObjectNode of(Job job) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", job.id()).put("studyInstanceUid", job.studyInstanceUid())
                .put("revision", job.revision());
        job.replaces().ifPresent(before -> node.put("replaces", before));
        return node.put("replaced", job.replaced()).put("state", JobLines.word(job.state())).put("priority", job.priority())
                .put("images", job.images()).put("contentDigest", job.contentDigest()).put("sender", job.sender())
                .put("received", job.received().toString()).put("since", job.changed().toString()).put("attempts", job.attempts())
                .put("worker", job.worker()).put("reason", job.reason());
    }

    /**
     * @param comparison folder of the comparison of its study; empty if there is none
     * @param doubts why its study is not compared with others
     */
    static ObjectNode of(Job job, List<Delivery> deliveries, Optional<Path> comparison, List<String> doubts) {
        ObjectNode node = of(job);
        comparison.ifPresent(folder -> node.put("comparison", folder.toString()));
        doubts.forEach(node.putArray("comparisonDoubts")::add);
        ArrayNode all = node.putArray("deliveries");
        for (Delivery delivery : deliveries) {
            ObjectNode one = all.addObject().put("destination", delivery.destination()).put("accepted", delivery.accepted())
                    .put("objects", delivery.objects()).put("attempts", delivery.attempts());
            delivery.next().ifPresent(next -> one.put("next", next.toString()));
            one.put("reason", delivery.reason());
        }
        return node;
    }
}
