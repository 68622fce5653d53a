package spine.dicom.internal.preferred;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

class PreferredCodecTest {
    private final PreferredCodec preferred = new PreferredCodec();

    @Test
    void theHighestRankingServesAtOnceAndTheOtherAfterIt(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Named first = new Named("first");
        Named better = new Named("better");
        preferred.addCodec(first, Map.of("service.id", 1L));
        assertEquals("first", readBy());
        preferred.addCodec(better, Map.of("service.id", 2L, "service.ranking", 100));
        assertEquals("better", readBy());
        assertEquals("better", preferred.read(file, true).text(Tag.Modality));
        assertEquals("better", preferred.open(file).header().text(Tag.Modality));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        preferred.write(new DicomObject(), out);
        assertEquals("better", out.toString());
        preferred.removeCodec(better);
        assertEquals("first", readBy());
        preferred.removeCodec(first);
        assertThrows(IllegalStateException.class, this::readBy);
    }

    @Test
    void whoLeavesEndsItsCallsFirst() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        DicomCodec slow = new Named("slow") {
            @Override
            public DicomObject read(InputStream in, String name, boolean withPixels) {
                reading.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.read(in, name, withPixels);
            }
        };
        preferred.addCodec(slow, Map.of("service.id", 1L));
        CompletableFuture<DicomObject> call = CompletableFuture.supplyAsync(() -> {
            try {
                return preferred.read(new ByteArrayInputStream(new byte[0]), "file", true);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertTrue(reading.await(10, TimeUnit.SECONDS));
        CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> preferred.removeCodec(slow));
        assertThrows(java.util.concurrent.TimeoutException.class, () -> leaving.get(100, TimeUnit.MILLISECONDS));
        mayEnd.countDown();
        assertEquals("slow", call.get(10, TimeUnit.SECONDS).text(Tag.Modality));
        leaving.get(10, TimeUnit.SECONDS);
    }

    private String readBy() throws Exception {
        return preferred.read(new ByteArrayInputStream(new byte[0]), "file", true).text(Tag.Modality);
    }

    private static class Named implements DicomCodec {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public DicomObject read(InputStream in, String file, boolean withPixels) {
            return new DicomObject().text(Tag.Modality, "CS", name);
        }

        @Override
        public void write(DicomObject object, OutputStream out) throws java.io.IOException {
            out.write(name.getBytes());
        }
    }
}
