package spine.isolation.internal.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.isolation.internal.codec.PropertyCodec;
import spine.isolation.internal.codec.ScoreCodec;
import spine.isolation.internal.wire.MessageType;
import spine.isolation.internal.wire.Offer;
import spine.isolation.internal.wire.Wire;

/** A process that speaks the protocol, and then does what the name of its third argument says. */
final class EvilChild {
    private static final Set<String> FAILING = Set.of("reports", "environment");
    private static final byte[] MUCH = new byte[1 << 20];

    private static int asked;

    private EvilChild() {
    }

    public static void main(String... arguments) throws Exception {
        OutputStream raw = new FileOutputStream(FileDescriptor.out);
        Wire wire = new Wire(System.in, raw);
        Path how = Path.of(arguments[2]);
        while (true) {
            if (wire.next() == MessageType.START) {
                if (how.endsWith("mute")) {
                    hang();
                }
                wire.read(Long.MAX_VALUE, in -> in.map(PropertyCodec::read));
                List<Offer> offers = List.of(new Offer(0, Map.of("index.id", "x"), Optional.empty(), ""));
                wire.send(MessageType.ANSWER, out -> out.list(offers, Offer::write));
            } else {
                ScoringInput input = wire.read(Long.MAX_VALUE, in -> {
                    in.number();
                    return ScoreCodec.readInput(in);
                });
                act(how, wire, raw);
                if (FAILING.contains(how.getFileName().toString())) {
                    continue;
                }
                wire.send(MessageType.ANSWER, out -> out.optional(Optional.of(new Score("x", "1.0.0", Map.of("total",
                        (double) input.anatomy().units().size(), "process", (double) ProcessHandle.current().pid()), List.of(), List.of(),
                        List.of())), ScoreCodec::writeScore));
            }
        }
    }

    private static void act(Path how, Wire wire, OutputStream raw) throws Exception {
        switch (how.getFileName().toString()) {
            case "answer" -> { }
            case "slow" -> Thread.sleep(2000);
            case "second" -> {
                if (++asked == 2) {
                    Runtime.getRuntime().halt(1);
                }
            }
            case "exit" -> System.exit(7);
            case "halt" -> Runtime.getRuntime().halt(0);
            case "memory" -> {
                List<byte[]> all = new ArrayList<>();
                while (all.size() < Integer.MAX_VALUE) {
                    all.add(MUCH.clone());
                }
            }
            case "overflow" -> overflow(0);
            case "crash" -> {
                Class<?> unsafe = Class.forName("sun.misc.Unsafe");
                Field instance = unsafe.getDeclaredField("theUnsafe");
                instance.setAccessible(true);
                unsafe.getMethod("putAddress", long.class, long.class).invoke(instance.get(null), 0L, 0L);
            }
            case "killed" -> {
                new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start().waitFor();
                hang();
            }
            case "hang" -> hang();
            case "descendant" -> {
                Process other = new ProcessBuilder("sleep", "1000").start();
                Files.writeString(how.resolveSibling("pid"), Long.toString(other.pid()));
                raw.write(MUCH);
                hang();
            }
            case "garbage" -> {
                raw.write("Hello, world!\n".getBytes(StandardCharsets.US_ASCII));
                hang();
            }
            case "half" -> {
                raw.write(new byte[] {0x53, 0x50, 0x4e, 0x31, (byte) MessageType.ANSWER.ordinal(), 0, 0, 0, 100, 1});
                Runtime.getRuntime().halt(5);
            }
            case "endless" -> wire.send(MessageType.ANSWER, out -> {
                out.truth(true);
                while (true) {
                    out.text("x".repeat(1000));
                }
            });
            case "huge" -> wire.send(MessageType.ANSWER, out -> {
                out.truth(true);
                out.number(Integer.MAX_VALUE);
            });
            case "question" -> wire.send(MessageType.SCORE, out -> out.number(1));
            case "impossible" -> wire.send(MessageType.ANSWER, out -> {
                out.truth(true);
                ScoreCodec.writeScore(out, new Score("x", "1.0.0", Map.of(), List.of(), List.of(), List.of()));
                out.number(0);
            });
            case "progress" -> {
                while (true) {
                    wire.send(MessageType.PROGRESS, out -> {
                        out.text("step");
                        out.real(0.5);
                    });
                }
            }
            case "close" -> {
                raw.close();
                hang();
            }
            case "noise" -> {
                for (int i = 0; i < 20; i++) {
                    System.err.write(MUCH);
                }
            }
            case "reports" -> wire.send(MessageType.FAILED, out -> {
                out.text("java.lang.IllegalStateException: \u001b[31mno");
                out.truth(false);
            });
            case "environment" -> wire.send(MessageType.FAILED, out -> {
                out.text(System.getenv().keySet() + " " + System.getProperty("jdk.serialFilter") + " "
                        + Path.of("").toAbsolutePath().equals(Path.of(System.getProperty("user.home"))));
                out.truth(false);
            });
            default -> throw new IOException("nothing to do");
        }
    }

    private static int overflow(int depth) {
        return overflow(depth + 1) + 1;
    }

    private static void hang() throws InterruptedException {
        TimeUnit.DAYS.sleep(1);
    }
}
