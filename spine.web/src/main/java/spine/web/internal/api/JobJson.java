package spine.web.internal.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.api.job.Delivery;
import spine.api.job.Job;
import spine.api.job.JobEvent;
import spine.api.job.JobState;
import spine.web.internal.http.Answer;

/** Jobs as JSON. */
final class JobJson {

    private JobJson() {
    }

    static ObjectNode of(Job job) {
        ObjectNode json = Answer.object().put("id", job.id()).put("studyInstanceUid", job.studyInstanceUid())
                .put("revision", job.revision()).put("replaced", job.replaced()).put("state", word(job.state()))
                .put("priority", job.priority()).put("images", job.images()).put("contentDigest", job.contentDigest())
                .put("sender", job.sender()).put("received", job.received().toString()).put("changed", job.changed().toString())
                .put("attempts", job.attempts()).put("worker", job.worker()).put("reason", job.reason());
        job.replaces().ifPresent(before -> json.put("replaces", before));
        return json;
    }

    static ObjectNode of(JobEvent event) {
        return of(event.job()).put("step", event.step());
    }

    static ObjectNode of(Delivery delivery) {
        ObjectNode json = Answer.object().put("destination", delivery.destination()).put("accepted", delivery.accepted())
                .put("objects", delivery.objects()).put("complete", delivery.isComplete()).put("attempts", delivery.attempts())
                .put("reason", delivery.reason());
        delivery.next().ifPresent(next -> json.put("next", next.toString()));
        return json;
    }

    /** As in {@code needs-attention}. */
    static String word(JobState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return Arrays.stream(JobState.values()).map(JobJson::word).toList();
    }

    static Optional<JobState> state(String word) {
        return Arrays.stream(JobState.values()).filter(state -> word(state).equals(word)).findFirst();
    }
}
