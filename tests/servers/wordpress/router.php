<?php
// What a web server's rewrite rules do: files as they are, everything else to WordPress.
$path = $_SERVER['DOCUMENT_ROOT'] . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($path)) {
    return false;
}
// PHP's server logs no request that a router has answered.
register_shutdown_function(fn() => error_log(sprintf('[%d]: GET %s', http_response_code(), $_SERVER['REQUEST_URI'])));
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
