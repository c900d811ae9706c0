import { createFileReader } from '../../../src/read/files/file-reader.ts';
import { shopDump } from '../../support/shop-dump.ts';
import { readerContract } from '../reader-contract.ts';

readerContract('files', () => Promise.resolve(createFileReader({ files: [{ name: 'shop.yaml', text: shopDump }] })));
