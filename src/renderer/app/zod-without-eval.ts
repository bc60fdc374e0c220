import { z } from 'zod';

// By default zod tries to compile schemas with `new Function`, which the content security policy forbids and reports.
z.config({ jitless: true });
