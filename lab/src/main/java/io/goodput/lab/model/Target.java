package io.goodput.lab.model;

/**
 * What a fault befalls: a service, or one of its endpoints.
 *
 * @param service its name
 * @param endpoint its number, from 1; 0 for all of them
 */
public record Target(String service, int endpoint) {
    /** Whether it befalls that endpoint. */
    public boolean covers(String name, int number) {
        return service.equals(name) && (endpoint == 0 || endpoint == number);
    }

    @Override
    public String toString() {
        return endpoint == 0 ? service : service + "/" + endpoint;
    }
}
