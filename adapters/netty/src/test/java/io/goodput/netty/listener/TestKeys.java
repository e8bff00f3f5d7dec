package io.goodput.netty.listener;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.goodput.netty.tls.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and its certificate, signed by itself, made by the JDK's own tool. */
public record TestKeys(KeyStore store, TlsFiles files) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    public static TestKeys of(Path folder, String file, String name)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path p12 = folder.resolve(file + ".p12");
        Files.deleteIfExists(p12);
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        int status = new ProcessBuilder(
                        (tool + " -genkeypair -alias it -keyalg EC -dname CN=" + file + " -ext SAN=dns:" + name
                                        + ",ip:127.0.0.1 -storetype PKCS12 -storepass changeit -keystore " + p12)
                                .split(" "))
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("keytool: " + status);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(p12)) {
            store.load(in, PASSWORD);
        }
        Path certificate = pem(
                folder.resolve(file + ".pem"), "CERTIFICATE", store.getCertificate("it").getEncoded());
        Path key = pem(folder.resolve(file + ".key"), "PRIVATE KEY", store.getKey("it", PASSWORD).getEncoded());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        return new TestKeys(store, new TlsFiles(certificate, key));
    }

    private static Path pem(Path file, String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    X509Certificate certificate() throws GeneralSecurityException {
        return (X509Certificate) store.getCertificate("it");
    }

    /** A client that believes these, and shows those of another if there is one. */
    public SSLContext trusted(TestKeys... shown) throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance(KeyStore.getDefaultType());
        trust.load(null, null);
        trust.setCertificateEntry("it", certificate());
        var trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusting.init(trust);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        if (shown.length > 0) {
            keys.init(shown[0].store, PASSWORD);
        } else {
            keys.init(null, null);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusting.getTrustManagers(), null);
        return context;
    }
}
