package spine.itest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A browser without a window, driven by the DevTools protocol. For one thread. */
final class Chromium implements Closeable {
    static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final String READY = "DevTools listening on ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private String session = "";
    private int number;

    /** @param profile folder for what it keeps */
    Chromium(Path profile) throws IOException, InterruptedException {
        process = new ProcessBuilder(PROGRAM.toString(), "--headless=new", "--no-sandbox", "--remote-debugging-port=0", "--user-data-dir="
                + profile,
                "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--window-size=1400,850", "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
        String line = errors.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = errors.readLine();
        }
        if (line == null) {
            throw new IOException("chromium does not start");
        }
        // Nobody may wait for room in the pipe; what it says means nothing here.
        Thread drain = new Thread(() -> {
            try {
                errors.transferTo(Writer.nullWriter());
            } catch (IOException ended) {
                // So has the browser.
            }
        });
        drain.setDaemon(true);
        drain.start();
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(line.substring(READY.length())), new Messages())
                .join();
        String target = send("Target.createTarget", object().put("url", "about:blank")).path("targetId").asText();
        session = send("Target.attachToTarget", object().put("targetId", target).put("flatten", true)).path("sessionId").asText();
        send("Page.enable", object());
    }

    void open(String url) throws IOException, InterruptedException {
        send("Page.navigate", object().put("url", url));
    }

    /** The value of an expression, as text. */
    String evaluate(String expression) throws IOException, InterruptedException {
        return send("Runtime.evaluate", object().put("expression", expression).put("returnByValue", true)).at("/result/value").asText();
    }

    /** Waits until an expression is true. */
    void await(String expression, int seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!evaluate("Boolean(" + expression + ")").equals("true")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never true: " + expression + "\n" + evaluate("document.body.innerText"));
            }
            Thread.sleep(300);
        }
    }

    void photograph(Path png) throws IOException, InterruptedException {
        Files.write(png, Base64.getDecoder().decode(send("Page.captureScreenshot", object().put("format", "png")).path("data").asText()));
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private JsonNode send(String method, ObjectNode parameters) throws IOException, InterruptedException {
        number++;
        ObjectNode message = object().put("id", number).put("method", method).set("params", parameters);
        socket.sendText((session.isEmpty() ? message : message.put("sessionId", session)).toString(), true).join();
        while (true) {
            JsonNode answer = answers.poll(60, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IOException("chromium does not answer " + method);
            }
            if (answer.path("id").asInt() == number) {
                return answer.path("result");
            }
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    JsonNode message = JSON.readTree(text.toString());
                    if (message.has("id")) {
                        answers.add(message);
                    }
                } catch (IOException malformed) {
                    throw new UncheckedIOException(malformed);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
