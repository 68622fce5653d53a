package spine.deploy.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import spine.api.service.GateVerdict;

class DeploymentTest {
    private static final Path FILE = Path.of("a.jar");

    @Test
    void aFileGoesThroughTheGateToService() throws Exception {
        Deployment deployment = Deployment.expected(FILE);
        advance(deployment, DeploymentState.SEEN, DeploymentState.SETTLED, DeploymentState.EXAMINED);
        assertFalse(deployment.verdict().isDone());
        GateVerdict accepted = new GateVerdict(true, "a 1.0.0", "CN=A", "");
        deployment.decide(accepted);
        assertEquals(accepted, deployment.verdict().get());
        advance(deployment, DeploymentState.INSTALLING, DeploymentState.SERVING, DeploymentState.REMOVED);
        assertEquals(DeploymentState.REMOVED, deployment.state());
    }

    @Test
    void aFileDroppedByHandIsInstalledWithoutAVerdict() {
        Deployment deployment = Deployment.seen(FILE);
        advance(deployment, DeploymentState.SETTLED, DeploymentState.INSTALLING, DeploymentState.REFUSED, DeploymentState.SERVING);
        assertFalse(deployment.verdict().isDone());
    }

    @Test
    void noStateIsLeftOut() {
        Deployment deployment = Deployment.seen(FILE);
        for (DeploymentState next : List.of(DeploymentState.EXAMINED, DeploymentState.ACCEPTED, DeploymentState.INSTALLING)) {
            assertThrows(IllegalStateException.class, () -> deployment.advance(next));
            assertFalse(deployment.tryAdvance(next));
        }
        assertThrows(IllegalStateException.class, () -> deployment.decide(new GateVerdict(true, "", "", "")));
        assertFalse(deployment.verdict().isDone());
        assertEquals(DeploymentState.SEEN, deployment.state());
        assertTrue(deployment.tryAdvance(DeploymentState.REMOVED));
    }

    @Test
    void everyStateIsReachedAndTwoAreTheEnd() {
        Set<DeploymentState> all = Set.of(DeploymentState.values());
        Set<DeploymentState> reached = Arrays.stream(DeploymentState.values()).flatMap(state -> state.successors().stream())
                .collect(Collectors.toSet());
        assertEquals(Set.of(DeploymentState.EXPECTED), all.stream().filter(state -> !reached.contains(state)).collect(Collectors.toSet()));
        assertEquals(Set.of(DeploymentState.REJECTED, DeploymentState.REMOVED),
                all.stream().filter(state -> state.successors().isEmpty()).collect(Collectors.toSet()));
    }

    private static void advance(Deployment deployment, DeploymentState... states) {
        for (DeploymentState state : states) {
            deployment.advance(state);
        }
    }
}
