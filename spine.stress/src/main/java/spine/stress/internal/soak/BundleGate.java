package spine.stress.internal.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import spine.stress.internal.home.Event;
import spine.stress.internal.home.Launcher;
import spine.stress.internal.home.Said;
import spine.stress.internal.hostile.BadBundle;

/** Bundles on their way through the deploy gate. */
final class BundleGate {
    private static final int UNUSABLE = 3;
    private static final long PATIENCE_SECONDS = 120;
    private static final long LOOK_MILLIS = 200;
    /** With what stands around it nearly the 255 bytes that a file system takes. */
    private static final int LONG_NAME = 220;

    private final Launcher launcher;

    BundleGate(Launcher launcher) {
        this.launcher = launcher;
    }

    /** @return the bundle in a file of that name, signed by the key of the home */
    Path sign(byte[] bundle, String name, Path folder) throws IOException, InterruptedException {
        Path jar = Files.write(folder.resolve(name + ".jar"), bundle);
        Said signed = launcher.run("--quiet", "sign", jar.toString());
        if (signed.exitCode() != 0) {
            throw new IllegalStateException("a bundle could not be signed: " + signed.line());
        }
        return jar;
    }

    /** @return the bundle in the deploy folder */
    Path expectAccepted(Path jar, String name, Event event) throws IOException, InterruptedException {
        return expectAccepted(launcher.run("--quiet", "deploy", jar.toString()), name, event);
    }

    /** @param said what the command said */
    Path expectAccepted(Said said, String name, Event event) {
        Path deployed = launcher.home().resolve("deploy").resolve(name);
        event.expect(said.exitCode() == 0 && Files.exists(deployed), "a good bundle is not accepted: " + said.line());
        return deployed;
    }

    /** Hands in a bad bundle by the command, or by copying it. */
    void expectRefused(Event event) throws IOException, InterruptedException {
        BadBundle bad = BadBundle.values()[event.random().nextInt(BadBundle.values().length)];
        String id = event.id().toLowerCase(Locale.ROOT);
        boolean longName = event.random().nextInt(4) == 0;
        // At both ends, because a name may be shortened at either.
        String name = "bad." + id + (longName ? "." + "n".repeat(LONG_NAME) + "." + id : "");
        boolean byCommand = event.random().nextBoolean();
        event.note(bad + (byCommand ? " by the command" : " by copying") + (longName ? " under a long name" : ""));
        byte[] bundle = bad.jar(name, event.random());
        Path jar = event.folder().resolve(name + ".jar");
        if (bad.signed()) {
            sign(bundle, name, event.folder());
        } else {
            Files.write(jar, bundle);
        }
        Files.write(jar, bad.after(Files.readAllBytes(jar), event.random()));
        if (byCommand) {
            Said said = launcher.run("--quiet", "deploy", jar.toString());
            event.note(said.line());
            event.expect(said.exitCode() == UNUSABLE && said.errors().contains(" is refused: "), bad + " is not refused: " + said.line());
            BatchOutput.expectPlain(said, event);
        } else {
            Path incoming = launcher.home().resolve("incoming");
            Files.copy(jar, incoming.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            awaitReason(id, event);
        }
        try (Stream<Path> deployed = Files.list(launcher.home().resolve("deploy"))) {
            List<String> names = deployed.map(path -> path.getFileName().toString()).toList();
            event.expect(names.stream().noneMatch(deployedName -> deployedName.contains("bad.")), bad + " was let through: " + names);
        }
    }

    private void awaitReason(String id, Event event) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<Path> reasons = reasons(id);
        while (reasons.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
            reasons = reasons(id);
        }
        event.expect(!reasons.isEmpty(), "no reason within " + PATIENCE_SECONDS + " s");
        for (Path reason : reasons) {
            event.note(Files.readString(reason).strip());
        }
    }

    private List<Path> reasons(String id) throws IOException {
        Path quarantine = launcher.home().resolve("quarantine");
        if (Files.notExists(quarantine)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(quarantine)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\." + id + "[.-].*\\.reason\\.txt")).toList();
        }
    }
}
