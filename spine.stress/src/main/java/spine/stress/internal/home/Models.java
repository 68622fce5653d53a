package spine.stress.internal.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import spine.common.file.AtomicFile;
import spine.stress.internal.bundle.ModelJars;
import spine.stress.internal.bundle.ModelJars.VersionedJar;

/** The versions of the oedema model that were deployed, besides the one of the platform. For one thread. */
public final class Models {
    private static final String SHIPPED = "1.0.0";
    private static final String NEWEST = "newest";
    private static final long PATIENCE_SECONDS = 120;
    private static final long LOOK_MILLIS = 500;

    private final Launcher launcher;
    private final ModelJars jars;
    private final Path deploy;
    private final Deque<String> deployed = new ArrayDeque<>();
    private String chosen = NEWEST;

    public Models(Launcher launcher, ModelJars jars) {
        this.launcher = launcher;
        this.jars = jars;
        this.deploy = launcher.home().resolve("deploy");
    }

    public int deployed() {
        return deployed.size();
    }

    /** @return the next version, signed, in the folder */
    public Path next(Path folder) throws IOException, InterruptedException {
        VersionedJar next = jars.next();
        Path jar = Files.write(folder.resolve(ModelJars.MODEL + "-" + next.version() + ".jar"), next.jar());
        Said signed = launcher.run("--quiet", "sign", jar.toString());
        if (signed.exitCode() != 0) {
            throw new IllegalStateException("a model could not be signed: " + signed.line());
        }
        return jar;
    }

    /** Puts the next version into the deploy folder, which takes unsigned ones too, and waits until it serves. */
    public void drop(Event event) throws IOException, InterruptedException {
        VersionedJar next = jars.next();
        Path jar = Files.createDirectories(deploy).resolve(ModelJars.MODEL + "-" + next.version() + ".jar");
        AtomicFile.write(jar, next.jar());
        accepted(jar, event);
    }

    /** Notes that the gate took it, and waits until it serves, unless another is chosen. */
    public void accepted(Path jar, Event event) throws IOException, InterruptedException {
        deployed.addLast(jar.getFileName().toString().replace(ModelJars.MODEL + "-", "").replace(".jar", ""));
        awaitServing(event);
    }

    /** Takes one away, not always the newest. */
    public void remove(Event event) throws IOException, InterruptedException {
        String gone = event.random().nextBoolean() ? deployed.removeLast() : deployed.removeFirst();
        event.note("version " + gone + " goes");
        if (chosen.equals(gone)) {
            use(NEWEST, event);
        }
        Files.delete(deploy.resolve(ModelJars.MODEL + "-" + gone + ".jar"));
        awaitServing(event);
    }

    /** Chooses one of them, the shipped one, or the newest. */
    public void choose(Event event) throws IOException, InterruptedException {
        List<String> choices = new ArrayList<>(deployed);
        choices.add(SHIPPED);
        choices.add(NEWEST);
        use(choices.get(event.random().nextInt(choices.size())), event);
        awaitServing(event);
    }

    /** Takes all away. */
    public void removeAll(Event event) throws IOException, InterruptedException {
        use(NEWEST, event);
        while (!deployed.isEmpty()) {
            Files.delete(deploy.resolve(ModelJars.MODEL + "-" + deployed.removeLast() + ".jar"));
        }
        awaitServing(event);
    }

    /** Waits until the model that should serves is the one that does. */
    public void awaitServing(Event event) throws IOException, InterruptedException {
        String newest = deployed.isEmpty() ? SHIPPED : deployed.getLast();
        String wanted = chosen.equals(NEWEST) ? newest : chosen;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        long begun = System.nanoTime();
        List<String> serving = serving(event);
        while (!serving.equals(List.of(wanted)) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
            serving = serving(event);
        }
        event.note(String.format(Locale.ROOT, "version %s serves after %.1f s", wanted, (System.nanoTime() - begun) / 1e9));
        event.expect(serving.equals(List.of(wanted)), "version " + wanted + " should serve, but that does " + serving);
    }

    private void use(String version, Event event) throws IOException, InterruptedException {
        event.note("version " + version + " is chosen");
        Said said = launcher.run("--quiet", "models", "use", ModelJars.MODEL + "@" + version);
        event.expect(said.exitCode() == 0, "version " + version + " cannot be chosen: " + said.line());
        chosen = version;
    }

    private List<String> serving(Event event) throws IOException, InterruptedException {
        Said said = launcher.run("--quiet", "--json", "models");
        event.expect(said.exitCode() == 0, "the models cannot be listed: " + said.line());
        List<String> serving = new ArrayList<>();
        if (said.exitCode() == 0) {
            for (JsonNode model : new ObjectMapper().readTree(said.out()).path("models")) {
                if (model.path("id").asText().equals(ModelJars.MODEL) && model.path("state").asText().equals("serving")) {
                    serving.add(model.path("version").asText());
                }
            }
        }
        return serving;
    }
}
