package io.goodput.telemetry.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.telemetry.record.FieldWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class FieldRulesTest {
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static void record(FieldWriter out) {
        out.beginObject()
                .name("kind")
                .text("work")
                .name("tenant")
                .text("acme")
                .name("details")
                .beginObject()
                .name("card")
                .text("4111")
                .name("age")
                .number(33)
                .name("kind")
                .text("gold")
                .endObject()
                .name("calls")
                .beginArray()
                .beginObject()
                .name("error")
                .text("no such user bob")
                .name("card")
                .text("a field, no detail")
                .endObject()
                .endArray()
                .endObject();
    }

    private static String digest(String value) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        byte[] digest = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        return "hmac:" + HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
    }

    private static String written(FieldRules rules) {
        return JsonFieldsTest.written(new JsonFields(rules), FieldRulesTest::record);
    }

    @Test
    void what_is_secret_is_a_digest_by_the_key_and_what_is_left_out_has_no_name_either() throws Exception {
        var rules = FieldRules.none()
                .withKey(KEY)
                .secret("card")
                .secret("age")
                .secret("tenant")
                .leftOut("error");

        assertThat(written(rules))
                .isEqualTo("{\"kind\":\"work\",\"tenant\":\"" + digest("acme") + "\",\"details\":{\"card\":\""
                        + digest("4111") + "\",\"age\":\"" + digest("33")
                        + "\",\"kind\":\"gold\"},\"calls\":[{\"card\":\"a field, no detail\"}]}\n");
    }

    @Test
    void what_a_record_needs_to_be_read_is_not_hidden() {
        assertThat(written(FieldRules.none().leftOut("kind")))
                .startsWith("{\"kind\":\"work\"")
                .doesNotContain("gold");
    }

    @Test
    void without_a_key_a_secret_is_left_out() {
        assertThat(written(FieldRules.none().secret("card").secret("tenant")))
                .doesNotContain("acme", "4111", "hmac", "tenant");
    }

    @Test
    void of_a_long_secret_the_beginning_counts_and_the_record_says_so() throws Exception {
        String line = JsonFieldsTest.written(
                new JsonFields(FieldRules.none().withKey(KEY)),
                out -> out.beginObject()
                        .name("token")
                        .secret("s".repeat(1_000_000))
                        .endObject());

        assertThat(line).isEqualTo("{\"token\":\"" + digest("s".repeat(1024)) + "\",\"cut\":[\"token\"]}\n");
    }

    @Test
    void an_object_under_a_secret_name_is_left_out() {
        String line = JsonFieldsTest.written(
                new JsonFields(FieldRules.none().withKey(KEY).secret("card")),
                out -> out.beginObject()
                        .name("details")
                        .beginObject()
                        .name("card")
                        .beginObject()
                        .name("number")
                        .text("4111")
                        .endObject()
                        .name("rest")
                        .number(1)
                        .endObject()
                        .endObject());

        assertThat(line).isEqualTo("{\"details\":{\"rest\":1}}\n");
    }

    @Test
    void keys_that_are_too_short_and_blank_names_are_refused_and_no_key_is_told() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldRules.none().withKey(new byte[15]))
                .withMessage("key: 15 bytes (expected: >= 16)");
        assertThatIllegalArgumentException().isThrownBy(() -> FieldRules.none().secret(" "));
        assertThat(FieldRules.none().withKey(KEY).secret("card")).hasToString("FieldRules[{card=SECRET}, a key]");
    }
}
